/**
 * Adaptive tests: the next item that says most, when to stop, and how such a test would do, by simulation.
 *
 * <p>Ability (theta) is on the scale of {@link org.ownpath.engine.estimate.Item}: logistic, without the factor 1.7. Items
 * are numbered by their place in the {@link org.ownpath.engine.adaptive.ItemBank}. Randomness is always an argument, and
 * there is no clock.
 */
@NullMarked
package org.ownpath.engine.adaptive;

import org.jspecify.annotations.NullMarked;
