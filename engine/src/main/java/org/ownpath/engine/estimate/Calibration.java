package org.ownpath.engine.estimate;

import java.util.List;

/**
 * How well predictions of right and wrong answers held, on answers that the model did not learn from.
 *
 * @param answers how many predictions were compared; 1 or more
 * @param auc the probability that a right answer was predicted higher than a wrong one, ties counting half (Hanley and
 *     McNeil, 1982); not a number where all answers are right or all wrong
 * @param logLoss mean negative natural log of the probability given to what happened, which is kept from 1e-15 to 1 -
 *     1e-15; a coin gives 0.693
 * @param brier mean squared difference (Brier, 1950), from 0 to 1; a coin gives 0.25
 * @param equalWidth the bins of equal width in probability, ten of them, empty ones left out
 * @param equalMass the bins of equally many answers, ten of them, fewer where there are fewer answers
 */
public record Calibration(
        int answers, double auc, double logLoss, double brier, List<Bin> equalWidth, List<Bin> equalMass) {

    static final int BINS = 10;

    public Calibration {
        equalWidth = List.copyOf(equalWidth);
        equalMass = List.copyOf(equalMass);
    }

    /**
     * Predictions near each other, beside what happened.
     *
     * @param count how many
     * @param predicted their mean probability
     * @param right the share that was right
     */
    public record Bin(int count, double predicted, double right) {}

    /**
     * Compares predictions with what happened.
     *
     * @param predicted probabilities of a right answer
     * @param right 1 for right and 0 for wrong, in the same order
     * @throws IllegalArgumentException if there are none, the lengths differ, or a prediction is no probability
     */
    public static Calibration of(double[] predicted, byte[] right) {
        if (predicted.length == 0 || predicted.length != right.length) {
            throw new IllegalArgumentException(predicted.length + " predictions cannot be compared with " + right.length
                    + " answers. Give one prediction for each answer, and at least one.");
        }
        for (int i = 0; i < predicted.length; i++) {
            if (!(predicted[i] >= 0 && predicted[i] <= 1)) {
                throw new IllegalArgumentException(
                        "Prediction " + predicted[i] + " at index " + i + " is no probability.");
            }
        }
        RankedPredictions ranked = new RankedPredictions(predicted, right);
        return new Calibration(
                predicted.length,
                ranked.auc(),
                ranked.logLoss(),
                ranked.brier(),
                ranked.equalWidth(BINS),
                ranked.equalMass(BINS));
    }

    /**
     * The expected calibration error over bins of equal width: the mean of |predicted - right|, weighted by count. Source:
     * Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning, 2015.
     */
    public double widthError() {
        return error(equalWidth);
    }

    /** The expected calibration error over bins of equal mass, which crowded predictions do not hide from. */
    public double massError() {
        return error(equalMass);
    }

    private double error(List<Bin> bins) {
        return bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.predicted() - bin.right()) / answers)
                .sum();
    }
}
