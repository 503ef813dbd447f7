/**
 * Signing in: proving who one is, by which door, and from where.
 *
 * <p>Front doors: {@link org.ownpath.access.signin.Passwords}, {@link org.ownpath.access.signin.SignInLinks} and
 * {@link org.ownpath.access.signin.Sessions}. Whatever the door, its end is a {@link org.ownpath.access.SignedIn}
 * viewer in a session; what that viewer may see is no matter of this package.
 */
@NullMarked
package org.ownpath.access.signin;

import org.jspecify.annotations.NullMarked;
