/**
 * Starting and stopping: the embedded PostgreSQL, the roles in it, and the command line.
 *
 * <p>Not a room: it holds nothing of a school and may call any front door. Nothing depends on it.
 */
@NullMarked
package org.ownpath.launch;

import org.jspecify.annotations.NullMarked;
