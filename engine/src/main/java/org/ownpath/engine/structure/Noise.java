package org.ownpath.engine.structure;

/**
 * How records of mastery err. They are a school's own estimates, or those of a fitted model.
 *
 * @param slip the probability that what is mastered is recorded as not mastered
 * @param guess the probability that what is not mastered is recorded as mastered; slip + guess is below 1
 */
public record Noise(double slip, double guess) {

    public Noise {
        if (!(slip >= 0 && guess >= 0 && slip + guess < 1)) {
            throw new IllegalArgumentException("Noise of " + slip + " and " + guess
                    + " leaves nothing to see. Use two numbers from 0, together below 1.");
        }
    }

    /** Records that never err. */
    public static Noise none() {
        return new Noise(0, 0);
    }

    /**
     * The true share behind a recorded one: {@code (recorded - guess) / (1 - slip - guess)}, kept from 0 to 1. Source: W.
     * Rogan and B. Gladen, Estimating prevalence from the results of a screening test, American Journal of Epidemiology
     * 107, 1978.
     */
    double behind(double recorded) {
        return Math.min(1, Math.max(0, (recorded - guess) / (1 - slip - guess)));
    }

    /**
     * The share recorded with b, of those recorded without a, if those truly without a have b {@code exceptions} times
     * as often as those with a.
     *
     * @param a the true share with a
     * @param b the true share with b
     * @param exceptions 0 where a is strictly needed, 1 where it makes no difference
     */
    double withoutFirst(double a, double b, double exceptions) {
        double reach = a + (1 - a) * exceptions;
        double withA = reach == 0 ? 0 : Math.min(1, b / reach);
        double recorded = a * slip * recorded(withA) + (1 - a) * (1 - guess) * recorded(withA * exceptions);
        double without = a * slip + (1 - a) * (1 - guess);
        return without == 0 ? 0 : recorded / without;
    }

    /** The share recorded with it, of a true share. */
    private double recorded(double share) {
        return share * (1 - slip) + (1 - share) * guess;
    }
}
