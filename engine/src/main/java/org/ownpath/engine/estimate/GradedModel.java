package org.ownpath.engine.estimate;

import java.util.Arrays;

/**
 * The graded response model: {@code P(X >= k) = 1 / (1 + exp(-(a theta + d_k)))}, d falling. Parameters are a, then d_1,
 * d_2 and so on. With two categories it is the two-parameter logistic model. Source: Samejima, Estimation of latent
 * ability using a response pattern of graded scores, 1969.
 */
final class GradedModel implements ItemModel {

    private static final int Q = AbilityGrid.SIZE;
    private final int categories;

    GradedModel(int categories) {
        this.categories = categories;
    }

    @Override
    public int categories() {
        return categories;
    }

    @Override
    public int parameters() {
        return categories;
    }

    @Override
    public double[] start(double[] shares) {
        double[] start = new double[categories];
        start[0] = 1;
        double reached = 1;
        for (int k = 1; k < categories; k++) {
            reached -= shares[k - 1];
            start[k] = 1.2 * Logistic.logit(reached); // wider than the shares, since ability spreads them
        }
        return start;
    }

    @Override
    public boolean feasible(double[] parameters) {
        for (int k = 2; k < categories; k++) {
            if (parameters[k] >= parameters[k - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void probabilities(double[] parameters, double[] out) {
        for (int q = 0; q < Q; q++) {
            double slope = parameters[0] * AbilityGrid.theta(q);
            double below = 1;
            for (int k = 0; k < categories - 1; k++) {
                double x = slope + parameters[k + 1];
                double small = Math.exp(-Math.abs(x)); // both tails keep their digits
                double tail = small / (1 + small);
                double rest = 1 / (1 + small);
                out[k * Q + q] = below * (x > 0 ? tail : rest) * apart(parameters, k);
                below = x > 0 ? rest : tail;
            }
            out[(categories - 1) * Q + q] = below;
        }
    }

    /** The factor that makes a product of logistic functions their exact difference, without cancellation. */
    private static double apart(double[] parameters, int k) {
        return k == 0 ? 1 : -Math.expm1(parameters[k + 1] - parameters[k]);
    }

    @Override
    public void scores(double[] parameters, double[] out) {
        Arrays.fill(out, 0, categories * categories * Q, 0);
        for (int q = 0; q < Q; q++) {
            double theta = AbilityGrid.theta(q);
            double entered = 1;
            for (int k = 0; k < categories; k++) {
                double left = k == categories - 1 ? 0 : Logistic.of(parameters[0] * theta + parameters[k + 1]);
                out[k * Q + q] = theta * (1 - entered - left);
                intercepts(parameters, out, k, q);
                entered = left;
            }
        }
    }

    /**
     * With reached = F(x_k) and left = F(x_k+1): d log P_k / d d_k = (1 - F(x_k)) + 1 / (exp(d_k - d_k+1) - 1), and d log
     * P_k / d d_k+1 = -F(x_k+1) - the same.
     */
    private void intercepts(double[] parameters, double[] out, int k, int q) {
        double slope = parameters[0] * AbilityGrid.theta(q);
        boolean inner = k > 0 && k < categories - 1;
        double gap = inner ? 1 / Math.expm1(parameters[k] - parameters[k + 1]) : 0;
        if (k > 0) {
            out[(k * categories + k) * Q + q] = 1 - Logistic.of(slope + parameters[k]) + gap;
        }
        if (k < categories - 1) {
            out[((k + 1) * categories + k) * Q + q] = -Logistic.of(slope + parameters[k + 1]) - gap;
        }
    }

    @Override
    public double logPrior(double[] parameters) {
        return 0;
    }

    @Override
    public double priorScore(double[] parameters, int parameter) {
        return 0;
    }

    @Override
    public double priorInformation(double[] parameters, int parameter) {
        return 0;
    }
}
