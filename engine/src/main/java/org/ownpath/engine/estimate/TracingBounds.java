package org.ownpath.engine.estimate;

/**
 * What a fit of knowledge tracing may find. Bounds on guess and slip keep "known" meaning known. Source of the usual one
 * half: Baker, Corbett and Aleven, More accurate student modeling through contextual estimation of slip and guess, 2008.
 *
 * @param maxGuess the highest guess; above 0
 * @param maxSlip the highest slip; above 0, and with maxGuess at most 1
 * @param forgetting whether forgetting is fitted; without it forget is 0
 */
public record TracingBounds(double maxGuess, double maxSlip, boolean forgetting) {

    /** The least of each probability in a fit, and 1 minus it the most, so that no answer becomes impossible. */
    static final double EDGE = 1e-6;

    /** Refuses bounds that allow nothing or everything. */
    public TracingBounds {
        if (!(maxGuess > 0 && maxSlip > 0 && maxGuess + maxSlip <= 1)) {
            throw new IllegalArgumentException("Bounds of " + maxGuess + " on guess and " + maxSlip
                    + " on slip have to be above 0 and at most 1 together. Try 0.5 and 0.5.");
        }
    }

    /** Guess and slip up to 0.5, no forgetting. */
    public static TracingBounds standard() {
        return new TracingBounds(0.5, 0.5, false);
    }

    /** The same bounds, with forgetting fitted. */
    public TracingBounds withForgetting() {
        return new TracingBounds(maxGuess, maxSlip, true);
    }

    /** The highest value of a parameter by its place: prior, learn, forget, guess, slip. */
    double most(int parameter) {
        return switch (parameter) {
            case 2 -> forgetting ? 1 - EDGE : 0;
            case 3 -> Math.min(maxGuess, 0.5 + (maxGuess - maxSlip) / 2 - EDGE);
            case 4 -> Math.min(maxSlip, 0.5 + (maxSlip - maxGuess) / 2 - EDGE);
            default -> 1 - EDGE;
        };
    }

    double least(int parameter) {
        return parameter == 2 && !forgetting ? 0 : EDGE;
    }
}
