package org.ownpath.engine.adaptive;

import org.ownpath.engine.estimate.AbilityGrid;
import org.ownpath.engine.estimate.Item;

/**
 * What is known of one learner's ability: a probability for each point of the {@link AbilityGrid}. It never changes; an
 * answer makes a new one by Bayes' theorem. Source: R. D. Bock and R. J. Mislevy, Adaptive EAP estimation of ability in a
 * microcomputer environment, Applied Psychological Measurement 6, 1982.
 */
public final class Posterior {

    private static final int POINTS = AbilityGrid.SIZE;
    private static final double CERTAIN = 1e-12;

    private final double[] mass;
    private final double mean;
    private final double standardError;

    private Posterior(double[] unscaled) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < POINTS; i++) {
            double theta = AbilityGrid.theta(i);
            sum += unscaled[i];
            first += unscaled[i] * theta;
            second += unscaled[i] * theta * theta;
        }
        for (int i = 0; i < POINTS; i++) {
            unscaled[i] /= sum;
        }
        this.mass = unscaled;
        this.mean = first / sum;
        this.standardError = Math.sqrt(Math.max(0, second / sum - mean * mean));
    }

    /**
     * Before any answer: a normal distribution.
     *
     * @param mean from -5 to 5
     * @param deviation its standard deviation, from 0.2 to 10
     */
    public static Posterior normal(double mean, double deviation) {
        if (!(Math.abs(mean) <= 5) || !(deviation >= 0.2 && deviation <= 10)) {
            throw new IllegalArgumentException("A prior of mean " + mean + " and standard deviation " + deviation
                    + " does not fit between -6 and 6. Use a mean from -5 to 5 and a deviation from 0.2 to 10.");
        }
        double[] density = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = (AbilityGrid.theta(i) - mean) / deviation;
            density[i] = Math.exp(-z * z / 2);
        }
        return new Posterior(density);
    }

    /** The chances of a right answer at all points. */
    static double[] curve(Item item) {
        double[] right = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            right[i] = chance(item, AbilityGrid.theta(i));
        }
        return right;
    }

    /** Never quite 0 or 1, so that no answer is impossible. */
    static double chance(Item item, double theta) {
        return Math.max(CERTAIN, Math.min(1 - CERTAIN, item.probability(theta)));
    }

    /** What is known after an answer. */
    public Posterior after(Item item, boolean right) {
        return after(curve(item), right);
    }

    Posterior after(double[] curve, boolean right) {
        double[] product = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            product[i] = mass[i] * (right ? curve[i] : 1 - curve[i]);
        }
        return new Posterior(product);
    }

    /** The chance that this learner answers this item right. */
    public double predict(Item item) {
        return predict(curve(item));
    }

    double predict(double[] curve) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += mass[i] * curve[i];
        }
        return sum;
    }

    /** The estimate of ability: expected a posteriori (EAP). */
    public double mean() {
        return mean;
    }

    /** The standard deviation of what is known, which serves as the standard error of {@link #mean()}. */
    public double standardError() {
        return standardError;
    }

    /**
     * The probability that ability is at or above this cut. The probability of a point is spread around it evenly, which
     * is within 0.01 of the exact value for standard errors of 0.3 and more, and within 0.02 for 0.2.
     */
    public double atLeast(double cut) {
        double sum = 0;
        for (int i = POINTS - 1; i >= 0; i--) {
            double share = AbilityGrid.shareAbove(cut, i);
            if (share == 0) {
                return sum;
            }
            sum += mass[i] * share;
        }
        return Math.min(1, sum);
    }
}
