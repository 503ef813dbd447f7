package org.ownpath.engine.time;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How paces differ among many learners: the gamma distribution that serves as the prior for the next one. The number
 * that a learner masters in t weeks is then negative binomial. Source: J. M. Hilbe, Negative Binomial Regression, 2nd
 * edition, 2011, with weeks as exposure.
 *
 * <p>Where learners differ no more than chance does, the shape is held at {@value #MOST_SHAPE}: all have nearly the same
 * pace.
 */
public final class PaceFit {

    private static final double LEAST_SHAPE = 0.01;
    private static final double MOST_SHAPE = 1000;
    private static final int GRID = 40;

    private final List<Watched> learners;
    private final double masteries;
    private final double weeks;

    private PaceFit(List<Watched> learners) {
        this.learners = List.copyOf(learners);
        this.masteries = learners.stream().mapToInt(Watched::masteries).sum();
        this.weeks = learners.stream().mapToDouble(Watched::weeks).sum();
        if (learners.size() < 2 || masteries == 0) {
            throw new IllegalArgumentException(learners.size() + " learners with " + (int) masteries
                    + " masteries say nothing about how paces differ. Give at least two learners and one mastery.");
        }
    }

    /**
     * What one learner did.
     *
     * @param masteries how many competencies were mastered; 0 or more
     * @param weeks in how many weeks; more than 0
     */
    public record Watched(int masteries, double weeks) {

        /** Refuses what nobody can have done. */
        public Watched {
            if (masteries < 0 || !(weeks > 0) || !Double.isFinite(weeks)) {
                throw new IllegalArgumentException(masteries + " masteries in " + weeks
                        + " weeks cannot be. Leave out learners who were not watched yet.");
            }
        }
    }

    /**
     * By the method of moments: mean {@code m = sum k / sum t}, variance between learners {@code (sum (k - m t)^2 - m
     * sum t) / sum t^2}.
     *
     * @throws IllegalArgumentException with fewer than two learners or no mastery at all
     */
    public static Pace moments(List<Watched> learners) {
        return new PaceFit(learners).moments();
    }

    /**
     * By maximum likelihood, over the shape on a grid and then by golden section, with the rate that is best for each
     * shape. Preferred; the moments are for a quick look.
     *
     * @throws IllegalArgumentException with fewer than two learners or no mastery at all
     */
    public static Pace maximumLikelihood(List<Watched> learners) {
        return new PaceFit(learners).mostLikely();
    }

    /**
     * How likely these learners are under this distribution of paces: the logarithm of the negative binomial
     * probabilities, without the factors that do not depend on the pace.
     */
    public static double logLikelihood(Pace pace, List<Watched> learners) {
        return new PaceFit(learners).logLikelihood(pace);
    }

    private Pace moments() {
        double mean = masteries / weeks;
        double spread = 0;
        double squares = 0;
        for (Watched learner : learners) {
            double off = learner.masteries() - mean * learner.weeks();
            spread += off * off;
            squares += learner.weeks() * learner.weeks();
        }
        double between = Math.max(0, (spread - mean * weeks) / squares);
        double shape = Math.max(LEAST_SHAPE, Math.min(MOST_SHAPE, mean * mean / between));
        return new Pace(shape, shape / mean);
    }

    private Pace mostLikely() {
        DoubleUnaryOperator profile = logShape -> logLikelihood(best(Math.exp(logShape)));
        double low = Math.log(LEAST_SHAPE);
        double step = (Math.log(MOST_SHAPE) - low) / GRID;
        int top = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double value = profile.applyAsDouble(low + i * step);
            if (value > highest) {
                highest = value;
                top = i;
            }
        }
        double from = low + Math.max(0, top - 1) * step;
        double to = low + Math.min(GRID, top + 1) * step;
        return best(Math.exp(goldenSection(profile, from, to)));
    }

    /** With the rate that solves {@code sum beta (alpha + k) / (beta + t) = n alpha}, which rises with beta. */
    private Pace best(double shape) {
        double low = -30;
        double high = 30;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double rate = Math.exp(middle);
            double sum = 0;
            for (Watched learner : learners) {
                sum += rate * (shape + learner.masteries()) / (rate + learner.weeks());
            }
            if (sum < learners.size() * shape) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Pace(shape, Math.exp((low + high) / 2));
    }

    private double logLikelihood(Pace pace) {
        double sum = 0;
        for (Watched learner : learners) {
            double total = pace.rate() + learner.weeks();
            sum += pace.shape() * Math.log(pace.rate() / total)
                    + learner.masteries() * Math.log(learner.weeks() / total);
            for (int j = 0; j < learner.masteries(); j++) {
                sum += Math.log(pace.shape() + j);
            }
        }
        return sum;
    }

    private static double goldenSection(DoubleUnaryOperator f, double from, double to) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        while (high - low > 1e-7) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (f.applyAsDouble(left) > f.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
