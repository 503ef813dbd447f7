package org.ownpath.engine.simulate;

/**
 * How a check errs. Each opportunity ends with one, under both approaches, rated from 1 to 4; 3 and 4 are right, and
 * within right and wrong both ratings are equally likely.
 *
 * @param guess the probability that a check is right although the competency is not known
 * @param slip the probability that it is wrong although the competency is known; guess + slip is below 1
 */
public record Checking(double guess, double slip) {

    /** The lowest rating that is right, the threshold of the rules here. */
    public static final double RIGHT = 3;

    public Checking {
        Bounds.SHARE.check("probability of guessing", guess);
        Bounds.SHARE.check("probability of slipping", slip);
        if (guess + slip >= 1) {
            throw new IllegalArgumentException("Guessing " + guess + " and slipping " + slip
                    + " sum to 1 or more, and a check would say nothing. Lower one of them.");
        }
    }

    /** Guess 0.15, slip 0.1. */
    public static Checking standard() {
        return new Checking(0.15, 0.1);
    }

    /** A check that never errs. */
    public static Checking exact() {
        return new Checking(0, 0);
    }

    double right(boolean known) {
        return known ? 1 - slip : guess;
    }
}
