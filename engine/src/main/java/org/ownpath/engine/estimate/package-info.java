/**
 * Estimators: what answers and ratings say about a learner, an item or a skill, with how sure that is.
 *
 * <p>Ability (theta) is on the logistic scale, without the factor 1.7, with mean 0 and standard deviation 1 in the
 * population that the items were fitted on. Probabilities lie in [0, 1]. Randomness is always an argument.
 */
@NullMarked
package org.ownpath.engine.estimate;

import org.jspecify.annotations.NullMarked;
