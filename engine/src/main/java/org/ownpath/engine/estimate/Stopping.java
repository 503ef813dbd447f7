package org.ownpath.engine.estimate;

/**
 * When a fit ends.
 *
 * @param maxSteps passes over all responses at most; 1 or more
 * @param tolerance the fit has converged when no parameter moves by more than this in one step; above 0
 */
public record Stopping(int maxSteps, double tolerance) {

    /** Refuses a fit without steps or without a tolerance. */
    public Stopping {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("A fit of " + maxSteps + " steps fits nothing. Allow 1 or more.");
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("The tolerance " + tolerance + " is not above 0. Try 0.0001.");
        }
    }

    /** 500 steps, tolerance 0.0001. */
    public static Stopping standard() {
        return new Stopping(500, 1e-4);
    }
}
