package org.ownpath.engine.simulate;

/**
 * What one learner brings, the same under both approaches.
 *
 * @param rate the learning rate relative to the median learner
 * @param attendance the probability of being there for an opportunity
 * @param start how many competencies are known at entry, from the first on
 * @param tercile of the learning rate, 0 = slower
 */
record Traits(double rate, double attendance, int start, int tercile) {}
