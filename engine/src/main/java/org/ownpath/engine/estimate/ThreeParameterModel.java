package org.ownpath.engine.estimate;

/**
 * The three-parameter logistic model: {@code P(right) = c + (1 - c) / (1 + exp(-(a theta + d)))}. Parameters are a, d and
 * logit c. Data seldom say much of guessing, so priors are customary: log a is normal with mean 0 and standard deviation
 * 0.5, and c is Beta(5, 17), with mode 0.2. Source: Mislevy, Bayes modal estimation in item response models, 1986, and
 * the defaults of BILOG.
 */
final class ThreeParameterModel implements ItemModel {

    private static final int Q = AbilityGrid.SIZE;
    private static final double SPREAD = 0.25; // variance of log a

    @Override
    public int categories() {
        return 2;
    }

    @Override
    public int parameters() {
        return 3;
    }

    @Override
    public double[] start(double[] shares) {
        double guessing = 0.15;
        double known = Math.max(0.03, (shares[1] - guessing) / (1 - guessing));
        return new double[] {1, 1.2 * Logistic.logit(known), Logistic.logit(guessing)};
    }

    @Override
    public boolean feasible(double[] parameters) {
        return parameters[0] > 0;
    }

    @Override
    public void probabilities(double[] parameters, double[] out) {
        double guessing = Logistic.of(parameters[2]);
        for (int q = 0; q < Q; q++) {
            double unknown = Logistic.of(-(parameters[0] * AbilityGrid.theta(q) + parameters[1]));
            out[q] = (1 - guessing) * unknown;
            out[Q + q] = 1 - out[q];
        }
    }

    /** With F the logistic part and P the whole: d log P / dx = (1 - c) F (1 - F) / P, d log(1 - P) / dx = -F. */
    @Override
    public void scores(double[] parameters, double[] out) {
        double guessing = Logistic.of(parameters[2]);
        for (int q = 0; q < Q; q++) {
            double theta = AbilityGrid.theta(q);
            double known = Logistic.of(parameters[0] * theta + parameters[1]);
            double right = guessing + (1 - guessing) * known;
            double slope = (1 - guessing) * known * (1 - known) / right;
            put(out, 0, q, -known * theta, slope * theta);
            put(out, 1, q, -known, slope);
            put(out, 2, q, -guessing, guessing * (1 - guessing) * (1 - known) / right);
        }
    }

    private static void put(double[] out, int parameter, int node, double wrong, double right) {
        out[parameter * 2 * Q + node] = wrong;
        out[(parameter * 2 + 1) * Q + node] = right;
    }

    @Override
    public double logPrior(double[] parameters) {
        double guessing = Logistic.of(parameters[2]);
        double log = Math.log(parameters[0]);
        return -log * log / (2 * SPREAD) + 4 * Math.log(guessing) + 16 * Math.log1p(-guessing);
    }

    @Override
    public double priorScore(double[] parameters, int parameter) {
        return switch (parameter) {
            case 0 -> -Math.log(parameters[0]) / (SPREAD * parameters[0]);
            case 1 -> 0;
            default -> 4 - 20 * Logistic.of(parameters[2]);
        };
    }

    @Override
    public double priorInformation(double[] parameters, int parameter) {
        double guessing = Logistic.of(parameters[2]);
        return switch (parameter) {
            case 0 -> 1 / (SPREAD * parameters[0] * parameters[0]);
            case 1 -> 0;
            default -> 20 * guessing * (1 - guessing);
        };
    }
}
