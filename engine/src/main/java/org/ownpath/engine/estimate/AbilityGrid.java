package org.ownpath.engine.estimate;

/**
 * Where ability is looked at: 61 points from -6 to 6, 0.2 apart, each the middle of a cell. Fine enough while a standard
 * error is above 0.1, and wide enough for abilities from -5 to 5.
 */
public final class AbilityGrid {

    /** How many points there are. */
    public static final int SIZE = 61;

    /** How far they are apart. */
    public static final double STEP = 0.2;

    /** The highest; the lowest is its negative. */
    public static final double HIGHEST = 6;

    private static final double[] THETA = theta();
    private static final double[] NORMAL = normal();

    private AbilityGrid() {}

    /** The ability at a point, from 0 for the lowest. */
    public static double theta(int node) {
        return THETA[node];
    }

    /** The logarithm of the standard normal density at a point, up to a constant. */
    public static double logNormal(int node) {
        return -THETA[node] * THETA[node] / 2;
    }

    /** The share of a cell that lies at or above a cut, if its ability is spread evenly. */
    public static double shareAbove(double cut, int node) {
        return Math.max(0, Math.min(1, (THETA[node] - cut) / STEP + 0.5));
    }

    /** The share of a standard normal population at each point; sums to 1. */
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
            weights[node] = Math.exp(logNormal(node));
            sum += weights[node];
        }
        for (int node = 0; node < SIZE; node++) {
            weights[node] /= sum;
        }
        return weights;
    }
}
