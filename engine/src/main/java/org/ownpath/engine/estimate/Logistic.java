package org.ownpath.engine.estimate;

/** The logistic function and its inverse. */
public final class Logistic {

    private Logistic() {}

    /** {@code 1 / (1 + exp(-x))}. */
    public static double of(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** {@code log(p / (1 - p))}; infinite at 0 and 1. */
    public static double logit(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
    }
}
