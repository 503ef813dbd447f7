package org.ownpath.engine.estimate;

/** The negative log posterior of a logistic regression with independent normal priors on its weights. */
final class LogisticObjective implements LimitedMemory.Objective {

    private final NextAnswerRows rows;
    private final double[] precision;

    LogisticObjective(NextAnswerRows rows) {
        this.rows = rows;
        this.precision = new double[rows.weights()];
        int items = NextAnswerRows.DENSE + rows.items().size();
        for (int i = 0; i < precision.length; i++) {
            precision[i] = i < NextAnswerRows.DENSE ? 0.01 : i < items ? 1 : 4; // standard deviations 10, 1 and 0.5
        }
    }

    @Override
    public double value(double[] weights, double[] gradient) {
        double value = 0;
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = precision[i] * weights[i];
            value += gradient[i] * weights[i] / 2;
        }
        for (int row = 0; row < rows.size(); row++) {
            double score = rows.score(row, weights);
            double sign = rows.right(row) == 1 ? 1 : -1;
            double miss = Logistic.of(-sign * score);
            value += softplus(-sign * score);
            rows.gather(row, -sign * miss, gradient);
        }
        return value;
    }

    /** The log likelihood without the priors. */
    double logLikelihood(double[] weights) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum -= softplus(rows.right(row) == 1 ? -rows.score(row, weights) : rows.score(row, weights));
        }
        return sum;
    }

    /** The diagonal of the information, priors included. */
    double[] information(double[] weights) {
        double[] information = precision.clone();
        for (int row = 0; row < rows.size(); row++) {
            double probability = Logistic.of(rows.score(row, weights));
            rows.gatherSquares(row, probability * (1 - probability), information);
        }
        return information;
    }

    private static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
