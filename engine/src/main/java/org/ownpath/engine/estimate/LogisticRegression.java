package org.ownpath.engine.estimate;

import java.util.Arrays;

/**
 * The probability of something that happens or not, from numbers that are known before: logistic regression with a
 * normal prior on each weight after every number was brought to mean 0 and standard deviation 1. Source: Gelman and
 * others, A weakly informative default prior distribution for logistic and other regression models, 2008, for the idea of
 * the prior; ours is normal with standard deviation 2.5.
 */
public final class LogisticRegression {

    private static final double LEAST_SPREAD = 1e-9;
    private static final double PRECISION = 1 / (2.5 * 2.5);

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;

    private LogisticRegression(double[] mean, double[] spread, double[] weights) {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
    }

    /**
     * Fits the weights of maximal posterior probability.
     *
     * @param rows what was known of each case; equally many numbers each
     * @param happened 1 where it happened and 0 where not, in the same order
     * @throws IllegalArgumentException if there are no cases or the lengths differ
     */
    public static LogisticRegression fit(double[][] rows, byte[] happened) {
        if (rows.length == 0 || rows.length != happened.length) {
            throw new IllegalArgumentException(rows.length + " cases cannot be fitted to " + happened.length
                    + " outcomes. Give one outcome for each case, and at least one.");
        }
        double[] mean = means(rows);
        double[] spread = spreads(rows, mean);
        double[][] standard =
                Arrays.stream(rows).map(row -> standard(row, mean, spread)).toArray(double[][]::new);
        double[] start = new double[mean.length + 1];
        LimitedMemory.Minimum minimum = new LimitedMemory(
                        (at, gradient) -> objective(standard, happened, at, gradient),
                        Stopping.standard(),
                        FitProgress.NONE)
                .from(start);
        return new LogisticRegression(mean, spread, minimum.at().copy());
    }

    /** The probability that it happens. */
    public double probability(double[] row) {
        return Logistic.of(score(standard(row, mean, spread), weights));
    }

    private static double objective(double[][] rows, byte[] happened, double[] weights, double[] gradient) {
        double value = 0;
        gradient[0] = 0;
        for (int i = 1; i < weights.length; i++) {
            gradient[i] = PRECISION * weights[i];
            value += gradient[i] * weights[i] / 2;
        }
        for (int r = 0; r < rows.length; r++) {
            double sign = happened[r] == 1 ? 1 : -1;
            double against = -sign * score(rows[r], weights);
            value += against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
            double pull = -sign * Logistic.of(against);
            gradient[0] += pull;
            for (int i = 1; i < weights.length; i++) {
                gradient[i] += pull * rows[r][i - 1];
            }
        }
        return value;
    }

    private static double score(double[] row, double[] weights) {
        double score = weights[0];
        for (int i = 0; i < row.length; i++) {
            score += weights[i + 1] * row[i];
        }
        return score;
    }

    private static double[] means(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double[] spreads(double[][] rows, double[] mean) {
        double[] spread = new double[mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < spread.length; i++) {
                spread[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.length;
            }
        }
        for (int i = 0; i < spread.length; i++) {
            // what never varies but for rounding says nothing
            double deviation = Math.sqrt(spread[i]);
            spread[i] = deviation > LEAST_SPREAD * (1 + Math.abs(mean[i])) ? deviation : 1;
        }
        return spread;
    }

    private static double[] standard(double[] row, double[] mean, double[] spread) {
        double[] standard = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            standard[i] = (row[i] - mean[i]) / spread[i];
        }
        return standard;
    }
}
