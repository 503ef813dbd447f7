/**
 * A population of learners who go through batch promotion by age and through advancement upon mastery, side by side.
 *
 * <p>What comes out is a consequence of the assumptions that go in. It is no forecast, and no evidence that a school
 * would see the same. Several learner models are offered so that no conclusion rests on one.
 */
@NullMarked
package org.ownpath.engine.simulate;

import org.jspecify.annotations.NullMarked;
