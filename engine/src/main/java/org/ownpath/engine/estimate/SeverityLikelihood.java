package org.ownpath.engine.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Expectation-maximisation for raters' severities: abilities are standard normal, severities are normal around 0. The log
 * probability of a level is concave in severity and bends by no more than a^2 / 4 for each neighbouring threshold, so a
 * step that divides the gradient by that bound never goes down. Source of the bound: Boehning and Lindsay, Monotonicity of
 * quadratic-approximation algorithms, 1988.
 */
final class SeverityLikelihood implements EmStep {

    private static final int Q = AbilityGrid.SIZE;

    private final List<List<RatingBatch.Entry>> learners;
    private final double precision;

    SeverityLikelihood(List<List<RatingBatch.Entry>> learners, double spread) {
        this.learners = learners;
        this.precision = 1 / (spread * spread);
    }

    @Override
    public boolean feasible(double[] severities) {
        return true;
    }

    @Override
    public double apply(double[] from, double[] to) {
        double[] gradient = new double[from.length];
        double[] weights = new double[Q];
        double[] bend = new double[from.length];
        Arrays.fill(bend, precision);
        double objective = logPrior(from);
        for (List<RatingBatch.Entry> learner : learners) {
            objective += posterior(learner, from, weights);
            score(learner, from, weights, gradient);
            learner.forEach(entry -> bend[entry.rater()] += mostBend(entry));
        }
        for (int r = 0; r < from.length; r++) {
            to[r] = from[r] + (gradient[r] - precision * from[r]) / bend[r];
        }
        return objective;
    }

    double logPrior(double[] severities) {
        return -precision * Arrays.stream(severities).map(rho -> rho * rho).sum() / 2;
    }

    /** The cross-product information, with the prior's. */
    CrossProduct information(double[] severities) {
        CrossProduct information = new CrossProduct(severities.length);
        double[] weights = new double[Q];
        for (List<RatingBatch.Entry> learner : learners) {
            posterior(learner, severities, weights);
            double[] score = new double[severities.length];
            score(learner, severities, weights, score);
            information.add(score);
        }
        for (int r = 0; r < severities.length; r++) {
            information.addPrior(r, precision);
        }
        return information;
    }

    private static double posterior(List<RatingBatch.Entry> learner, double[] severities, double[] weights) {
        System.arraycopy(AbilityGrid.normalWeights(), 0, weights, 0, Q);
        double log = 0;
        for (RatingBatch.Entry entry : learner) {
            double sum = 0;
            for (int q = 0; q < Q; q++) {
                weights[q] *= entry.task().probability(entry.level(), AbilityGrid.theta(q) - severities[entry.rater()]);
                sum += weights[q];
            }
            for (int q = 0; q < Q; q++) {
                weights[q] /= sum;
            }
            log += Math.log(sum);
        }
        return log;
    }

    private static void score(
            List<RatingBatch.Entry> learner, double[] severities, double[] weights, double[] gradient) {
        for (RatingBatch.Entry entry : learner) {
            double sum = 0;
            for (int q = 0; q < Q; q++) {
                sum += weights[q] * slope(entry, AbilityGrid.theta(q) - severities[entry.rater()]);
            }
            gradient[entry.rater()] += sum;
        }
    }

    /** d log P(X = m) / d rho = -a ((1 - F_m) - F_m+1), with F_m = P(X >= m). */
    private static double slope(RatingBatch.Entry entry, double ability) {
        double a = entry.task().discrimination();
        List<Double> thresholds = entry.task().thresholds();
        int m = entry.level();
        double below = m == 0 ? 0 : Logistic.of(-a * (ability - thresholds.get(m - 1)));
        double above = m == thresholds.size() ? 0 : Logistic.of(a * (ability - thresholds.get(m)));
        return -a * (below - above);
    }

    private static double mostBend(RatingBatch.Entry entry) {
        double a = entry.task().discrimination();
        boolean inner = entry.level() > 0 && entry.level() < entry.task().levels() - 1;
        return a * a / (inner ? 2 : 4);
    }
}
