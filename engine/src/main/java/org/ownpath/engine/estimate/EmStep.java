package org.ownpath.engine.estimate;

/** One step of expectation-maximisation. */
interface EmStep {

    /** Writes the improved parameters into {@code to} and returns the objective at {@code from}. */
    double apply(double[] from, double[] to);

    /** Whether the model is defined at these parameters. */
    boolean feasible(double[] parameters);
}
