package org.ownpath.access.signin;

import org.ownpath.access.Viewer;

/** Somebody's password is another one now; its owner hears of it, in case it was somebody else. */
public record PasswordChanged(Viewer who) {}
