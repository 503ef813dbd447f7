package org.ownpath.engine.estimate;

import java.util.List;

/**
 * A task rated on levels 0, 1, 2 and so on, in the graded response model: {@code P(X >= m | theta) = 1 / (1 + exp(-a
 * (theta - tau_m)))}. Source: Samejima, Estimation of latent ability using a response pattern of graded scores, 1969.
 *
 * @param discrimination a; more than 0
 * @param thresholds tau_1, tau_2 and so on, strictly rising: the ability at which a level or a higher one is as likely
 *     as not
 */
public record GradedItem(double discrimination, List<Double> thresholds) {

    /** Refuses parameters that no task can have. */
    public GradedItem {
        thresholds = List.copyOf(thresholds);
        if (!(discrimination > 0) || !Double.isFinite(discrimination)) {
            throw new IllegalArgumentException(
                    "Discrimination " + discrimination + " is not above 0. Leave the task out or fit it again.");
        }
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException(
                    "A task with one level says nothing. Give a threshold for each level" + " above the lowest.");
        }
        for (int m = 1; m < thresholds.size(); m++) {
            if (!(thresholds.get(m) > thresholds.get(m - 1))) {
                throw new IllegalArgumentException("Threshold " + thresholds.get(m) + " of level " + (m + 1)
                        + " is not above " + thresholds.get(m - 1) + " of level " + m
                        + ". Thresholds rise with the level.");
            }
        }
    }

    /** How many levels there are, one more than thresholds. */
    public int levels() {
        return thresholds.size() + 1;
    }

    /**
     * The probability of exactly this level.
     *
     * @param level from 0
     * @throws IllegalArgumentException if the task has no such level
     */
    public double probability(int level, double theta) {
        if (level < 0 || level >= levels()) {
            throw new IllegalArgumentException(
                    "Level " + level + " is not on a task with levels 0 to " + (levels() - 1) + ".");
        }
        double atLeast = level == 0 ? 1 : Logistic.of(discrimination * (theta - thresholds.get(level - 1)));
        if (level == levels() - 1) {
            return atLeast;
        }
        double notAbove = Logistic.of(-discrimination * (theta - thresholds.get(level)));
        double apart =
                level == 0 ? 1 : -Math.expm1(discrimination * (thresholds.get(level - 1) - thresholds.get(level)));
        return atLeast * notAbove * apart;
    }
}
