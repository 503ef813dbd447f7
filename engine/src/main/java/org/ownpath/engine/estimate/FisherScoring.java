package org.ownpath.engine.estimate;

/**
 * The maximisation for one item: Newton's method with the expected information, halved until the expected log likelihood
 * does not fall. Source: Bock and Aitkin, Marginal maximum likelihood estimation of item parameters, 1981.
 */
final class FisherScoring {

    private static final int Q = AbilityGrid.SIZE;
    private static final int ROUNDS = 4;
    private static final int HALVINGS = 12;
    private static final double SMALL = 1e-7;

    private final ItemModel model;
    private final double[] probabilities;
    private final double[] scores;
    final double[] gradient;
    final double[] information;

    FisherScoring(ItemModel model) {
        this.model = model;
        int size = model.parameters();
        this.probabilities = new double[model.categories() * Q];
        this.scores = new double[size * model.categories() * Q];
        this.gradient = new double[size];
        this.information = new double[size * size];
    }

    /** Improves the item's parameters in place, given the expected counts. */
    void improve(double[] parameters, double[] counts) {
        double value = value(parameters, counts);
        for (int round = 0; round < ROUNDS; round++) {
            differentiate(parameters, counts);
            Cholesky cholesky = new Cholesky(information, gradient.length);
            if (!cholesky.definite()) {
                return;
            }
            double[] step = cholesky.solve(gradient);
            double better = walk(parameters, step, counts, value);
            if (better - value < SMALL) {
                return;
            }
            value = better;
        }
    }

    private double walk(double[] parameters, double[] step, double[] counts, double value) {
        double[] from = parameters.clone();
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int p = 0; p < from.length; p++) {
                parameters[p] = from[p] + length * step[p];
            }
            double next = model.feasible(parameters) ? value(parameters, counts) : Double.NEGATIVE_INFINITY;
            if (next >= value) {
                return next;
            }
            length /= 2;
        }
        System.arraycopy(from, 0, parameters, 0, from.length);
        return value;
    }

    /** The expected complete log likelihood with the log prior. */
    double value(double[] parameters, double[] counts) {
        model.probabilities(parameters, probabilities);
        double value = model.logPrior(parameters);
        for (int i = 0; i < probabilities.length; i++) {
            value += counts[i] > 0 ? counts[i] * Math.log(probabilities[i]) : 0;
        }
        return value;
    }

    /** Fills the gradient and the expected information at the parameters. */
    void differentiate(double[] parameters, double[] counts) {
        model.probabilities(parameters, probabilities);
        model.scores(parameters, scores);
        double[] asked = asked(counts);
        int size = gradient.length;
        for (int one = 0; one < size; one++) {
            gradient[one] = model.priorScore(parameters, one) + weighted(one, counts);
            for (int other = 0; other <= one; other++) {
                information[one * size + other] = expected(one, other, asked);
                information[other * size + one] = information[one * size + other];
            }
            information[one * size + one] += model.priorInformation(parameters, one);
        }
    }

    private double[] asked(double[] counts) {
        double[] asked = new double[Q];
        for (int i = 0; i < probabilities.length; i++) {
            asked[i % Q] += counts[i];
        }
        return asked;
    }

    private double weighted(int parameter, double[] counts) {
        double sum = 0;
        int base = parameter * probabilities.length;
        for (int i = 0; i < probabilities.length; i++) {
            sum += counts[i] * scores[base + i];
        }
        return sum;
    }

    private double expected(int one, int other, double[] asked) {
        double sum = 0;
        for (int k = 0; k < model.categories(); k++) {
            for (int q = 0; q < Q; q++) {
                int i = k * Q + q;
                sum += asked[q]
                        * probabilities[i]
                        * scores[one * probabilities.length + i]
                        * scores[other * probabilities.length + i];
            }
        }
        return sum;
    }
}
