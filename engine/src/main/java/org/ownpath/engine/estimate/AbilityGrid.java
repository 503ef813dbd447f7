package org.ownpath.engine.estimate;

/** The quadrature that stands for the standard normal population: 61 equally spaced abilities from -6 to 6. */
final class AbilityGrid {

    static final int SIZE = 61;
    static final double LOW = -6;
    static final double STEP = 0.2;

    private static final double[] THETA = theta();
    private static final double[] NORMAL = normal();

    private AbilityGrid() {}

    static double theta(int node) {
        return THETA[node];
    }

    /** The share of the population at each node; sums to 1. */
    static double[] normalWeights() {
        return NORMAL.clone();
    }

    private static double[] theta() {
        double[] theta = new double[SIZE];
        for (int node = 0; node < SIZE; node++) {
            theta[node] = (node - SIZE / 2) / 5.0;
        }
        return theta;
    }

    private static double[] normal() {
        double[] weights = new double[SIZE];
        double sum = 0;
        for (int node = 0; node < SIZE; node++) {
            weights[node] = Math.exp(-THETA[node] * THETA[node] / 2);
            sum += weights[node];
        }
        for (int node = 0; node < SIZE; node++) {
            weights[node] /= sum;
        }
        return weights;
    }
}
