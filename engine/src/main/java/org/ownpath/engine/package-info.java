/**
 * The mathematics of mastery: which evidence counts, how it is aggregated, what mastery requires, and why.
 *
 * <p>Plain Java: no framework, no SQL, no clock, no randomness that is not passed in.
 */
@NullMarked
package org.ownpath.engine;

import org.jspecify.annotations.NullMarked;
