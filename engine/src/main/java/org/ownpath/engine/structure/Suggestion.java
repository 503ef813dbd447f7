package org.ownpath.engine.structure;

/**
 * A prerequisite that the records suggest, for a curator to decide on.
 *
 * @param withoutBefore of the learners recorded without {@code before}, the share with {@code after}
 * @param limit the share that the criteria and the noise of the records would allow at most
 * @param pValue the probability of a share this low or lower if the true one were at the limit
 */
public record Suggestion<K>(K before, K after, Share withoutBefore, double limit, double pValue) {}
