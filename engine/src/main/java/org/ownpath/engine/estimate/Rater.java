package org.ownpath.engine.estimate;

/**
 * A person who rates, and how severe: rho, in the units of theta, above 0 where the same work gets lower levels. Severity
 * is not known for sure, so it has a normal distribution.
 *
 * @param name tells raters apart; two pieces by one rater are not independent sources
 * @param severity the mean of rho
 * @param uncertainty the standard deviation of rho; 0 or more
 */
public record Rater(String name, double severity, double uncertainty) {

    /** Before anything is known of a rater: severity 0, give or take this much. */
    public static final double PRIOR_SPREAD = 0.5;

    /** Refuses a severity that is no distribution. */
    public Rater {
        if (!Double.isFinite(severity) || !(uncertainty >= 0 && Double.isFinite(uncertainty))) {
            throw new IllegalArgumentException("Severity " + severity + " with uncertainty " + uncertainty
                    + " of rater '" + name + "' is no distribution. Use two numbers, the second 0 or more.");
        }
    }

    /** A rater of whom nothing is known yet. */
    public static Rater unknown(String name) {
        return new Rater(name, 0, PRIOR_SPREAD);
    }

    /** A rater as severe as the tasks were fitted for. */
    public static Rater average(String name) {
        return new Rater(name, 0, 0);
    }

    /**
     * The probability of a level from this rater: {@code P(X >= m) = 1 / (1 + exp(-a (theta - tau_m - rho)))}, averaged
     * over rho at nine points from -4 to 4 standard deviations. Source: Linacre, Many-facet Rasch measurement, 1989.
     */
    double probability(GradedItem task, int level, double theta) {
        if (uncertainty == 0) {
            return task.probability(level, theta - severity);
        }
        double sum = 0;
        double weights = 0;
        for (int z = -4; z <= 4; z++) {
            double weight = Math.exp(-z * z / 2.0);
            sum += weight * task.probability(level, theta - severity - z * uncertainty);
            weights += weight;
        }
        return sum / weights;
    }
}
