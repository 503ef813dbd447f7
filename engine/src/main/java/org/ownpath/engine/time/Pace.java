package org.ownpath.engine.time;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How many competencies a learner masters a week, and how sure that is: a gamma distribution of the rate. Masteries are
 * taken as a Poisson process at the learner's own rate, so that the gamma distribution before and after evidence has the
 * same form. Source: A. Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6.
 *
 * <p>Weeks are weeks of school: leave holidays out, or forecasts count them as slow weeks. The rate is one number: a
 * learner who speeds up is forecast too slow at first.
 *
 * @param shape alpha; more than 0, and the prior's weight in masteries
 * @param rate beta in weeks; more than 0, and the prior's weight in weeks
 */
public record Pace(double shape, double rate) {

    /** Refuses parameters that no gamma distribution has. */
    public Pace {
        if (!(shape > 0 && rate > 0) || !Double.isFinite(shape) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException("A pace of shape " + shape + " and rate " + rate
                    + " is none. Use two finite numbers above 0, or fit them over many learners.");
        }
    }

    /**
     * A forecast as a band: of 100 such forecasts, about 80 come true between p10 and p90.
     *
     * @param p10 weeks that are too few in 9 of 10 cases
     * @param median weeks that are enough in half of the cases
     * @param p90 weeks that are enough in 9 of 10 cases
     */
    public record Band(double p10, double median, double p90) {}

    /**
     * What is known after watching a learner: {@code Gamma(alpha + masteries, beta + weeks)}.
     *
     * @param masteries how many competencies were mastered in that time; 0 or more
     * @param weeks how long the learner was watched; 0 or more
     */
    public Pace after(int masteries, double weeks) {
        if (masteries < 0 || !(weeks >= 0) || !Double.isFinite(weeks)) {
            throw new IllegalArgumentException(masteries + " masteries in " + weeks
                    + " weeks cannot be. Count masteries from 0 and weeks from the first day.");
        }
        return new Pace(shape + masteries, rate + weeks);
    }

    /** The expected masteries per week. */
    public double perWeek() {
        return shape / rate;
    }

    /** The rate per week that this share of what is possible lies below. */
    public double perWeek(double quantile) {
        return GammaDistribution.of(shape, 1 / rate).inverseCumulativeProbability(open(quantile));
    }

    /**
     * Weeks until this many more are mastered, as a band.
     *
     * @param more how many; 1 or more
     */
    public Band weeksUntil(int more) {
        return new Band(weeksUntil(more, 0.1), weeksUntil(more, 0.5), weeksUntil(more, 0.9));
    }

    /**
     * One quantile of the weeks until this many more are mastered. The wait for n events at rate r is {@code Gamma(n,
     * r)}; with r itself from {@code Gamma(alpha, beta)} it is the compound gamma or beta-prime distribution: {@code
     * weeks = beta X / (1 - X)} with X from {@code Beta(n, alpha)}. Source: S. D. Dubey, Compound gamma, beta and F
     * distributions, Metrika 16, 1970. The mean is not offered: it does not exist for a shape of 1 or less.
     *
     * @param more n; 1 or more
     * @param quantile above 0 and below 1
     */
    public double weeksUntil(int more, double quantile) {
        if (more < 1) {
            throw new IllegalArgumentException("Weeks until " + more + " more cannot be forecast. Ask for 1 or more.");
        }
        // the upper tail keeps its digits when the wait is long
        double notYet = BetaDistribution.of(shape, more).inverseSurvivalProbability(open(quantile));
        return rate * (1 - notYet) / notYet;
    }

    private static double open(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("Quantile " + quantile + " is not above 0 and below 1.");
        }
        return quantile;
    }
}
