package org.ownpath.engine;

/** The running form of {@link Estimate.GradedResponse}: log posterior on a grid, up to a constant. */
final class Posterior extends Cumulative {

    static final int NODES = 61;
    static final double HIGHEST = 6;
    private static final double STEP = 2 * HIGHEST / (NODES - 1);

    private final Estimate.GradedResponse model;
    private final double[][] logLikelihood;
    private final double[] logPosterior = new double[NODES];

    Posterior(Estimate.GradedResponse model) {
        this.model = model;
        this.logLikelihood = new double[model.levels().size() + 1][NODES];
        for (int category = 0; category < logLikelihood.length; category++) {
            for (int node = 0; node < NODES; node++) {
                logLikelihood[category][node] = Math.log(probability(category, theta(node)));
            }
        }
        restart();
    }

    private static double theta(int node) {
        return -HIGHEST + node * STEP;
    }

    /**
     * P(at least this category) - P(at least the next), written as {@code sigmoid(u) sigmoid(-v) (1 - e^(v-u))}: the
     * plain difference vanishes where both are close to 1.
     */
    private double probability(int category, double theta) {
        int top = model.taus().size();
        double reach = category == 0 ? Double.POSITIVE_INFINITY : logit(category - 1, theta);
        double next = category == top ? Double.NEGATIVE_INFINITY : logit(category, theta);
        return sigmoid(reach) * sigmoid(-next) * -Math.expm1(next - reach);
    }

    private double logit(int level, double theta) {
        return model.discrimination() * (theta - model.taus().get(level));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    void take(double rating) {
        double[] added = logLikelihood[category(rating)];
        for (int node = 0; node < NODES; node++) {
            logPosterior[node] += added[node];
        }
    }

    private int category(double rating) {
        int category = 0;
        while (category < model.levels().size()
                && Requirements.atLeast(rating, model.levels().get(category))) {
            category++;
        }
        return category;
    }

    @Override
    double current() {
        double highest = logPosterior[0];
        for (double log : logPosterior) {
            highest = Math.max(highest, log);
        }
        double all = 0;
        double counted = 0;
        for (int node = 0; node < NODES; node++) {
            double weight = Math.exp(logPosterior[node] - highest);
            all += weight;
            counted += weight * share(theta(node));
        }
        return counted / all;
    }

    /** What a node adds: theta for the mean, or the part of the node's cell that lies above the cut. */
    private double share(double theta) {
        return model.cut()
                .map(cut -> Math.max(0, Math.min(1, (theta + STEP / 2 - cut) / STEP)))
                .orElse(theta);
    }

    @Override
    void restart() {
        for (int node = 0; node < NODES; node++) {
            logPosterior[node] = -theta(node) * theta(node) / 2;
        }
    }
}
