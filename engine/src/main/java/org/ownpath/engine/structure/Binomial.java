package org.ownpath.engine.structure;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Tails of the binomial distribution. */
final class Binomial {

    private Binomial() {}

    /** P(X <= x) for X binomial with n trials of probability p. */
    static double atMost(long x, long n, double p) {
        return BinomialDistribution.of(Math.toIntExact(n), p).cumulativeProbability(Math.toIntExact(x));
    }
}
