/**
 * Room: operation. What those who run an installation need of it: whether it is well, what it does, a number for every
 * request, and a limit to how fast anybody may write. Knows nothing of a school.
 */
@NullMarked
package org.ownpath.operation;

import org.jspecify.annotations.NullMarked;
