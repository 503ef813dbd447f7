/**
 * Access: who is asking, which district they belong to, whom they may see, and what they did.
 *
 * <p>Front door: {@link org.ownpath.access.Access}. Others ask it before they read or write about a student. It keeps
 * accounts, sign-in, sessions, tokens and the audit trail, and puts the district into every database connection, where
 * row-level security enforces it a second time. Depends on shared only; the roster tells it who teaches whom through
 * {@link org.ownpath.access.Relationships}.
 */
@NullMarked
package org.ownpath.access;

import org.jspecify.annotations.NullMarked;
