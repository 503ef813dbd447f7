package org.ownpath.engine.estimate;

/** Hears how far a fit is, on the thread that fits. */
@FunctionalInterface
public interface FitProgress {

    /** Says nothing. */
    FitProgress NONE = (steps, objective) -> {};

    /**
     * A step of the fit is done.
     *
     * @param steps passes over all responses so far, from 1
     * @param objective the log likelihood of the parameters just left, with the log prior where the model has one; never
     *     falls from one call to the next within a run
     */
    void step(int steps, double objective);
}
