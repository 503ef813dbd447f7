package org.ownpath.engine.structure;

/**
 * How an existing prerequisite stands the records.
 *
 * @param exceptions of the learners recorded with {@code after}, the share without {@code before}
 * @param fromNoise the share that the noise of the records alone would give
 * @param pValue the probability of a share this high or higher from noise alone
 * @param doubtful whether it is too high for that, with the false rate of the criteria over all prerequisites asked about
 */
public record Doubt<K>(K before, K after, Share exceptions, double fromNoise, double pValue, boolean doubtful) {}
