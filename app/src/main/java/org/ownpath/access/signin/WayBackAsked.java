package org.ownpath.access.signin;

import org.ownpath.access.Viewer;

/** Somebody who says to be this person has forgotten the password, and is to be written to. */
public record WayBackAsked(Viewer who) {}
