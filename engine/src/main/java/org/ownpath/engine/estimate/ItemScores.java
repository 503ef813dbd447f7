package org.ownpath.engine.estimate;

import java.util.List;

/**
 * The covariance of item parameters from the cross-product of people's scores. A person's score is the mean, over that
 * person's posterior, of the derivative of the log probability of each answer. Source: Louis, Finding the observed
 * information matrix when using the EM algorithm, 1982.
 */
final class ItemScores {

    private static final int Q = AbilityGrid.SIZE;

    private final AnswerMatrix answers;
    private final List<? extends ItemModel> models;
    private final boolean commonSlope;
    private final double[][] scores;

    ItemScores(AnswerMatrix answers, List<? extends ItemModel> models, boolean commonSlope) {
        this.answers = answers;
        this.models = models;
        this.commonSlope = commonSlope;
        this.scores = new double[models.size()][];
    }

    /** Covariances in the order of the parameters; with a common slope, parameter 0 is the slope of all. */
    Covariance covariance(List<double[]> parameters) {
        double[][] probabilities = new double[models.size()][];
        int size = 0;
        for (int item = 0; item < models.size(); item++) {
            ItemModel model = models.get(item);
            probabilities[item] = new double[model.categories() * Q];
            model.probabilities(parameters.get(item), probabilities[item]);
            scores[item] = new double[model.parameters() * model.categories() * Q];
            model.scores(parameters.get(item), scores[item]);
            size += model.parameters();
        }
        CrossProduct information = new CrossProduct(size);
        gather(probabilities, size, information);
        priors(parameters, information);
        boolean[] free = new boolean[size];
        for (int p = 0; p < size; p++) {
            free[p] = !commonSlope || p % 2 == 1 || p == 0;
        }
        return information.covariance(free);
    }

    private void gather(double[][] probabilities, int size, CrossProduct information) {
        PatternPosterior posterior = new PatternPosterior(answers, models);
        posterior.prepare(probabilities);
        double[] weights = new double[Q];
        double[] score = new double[size];
        for (int person = 0; person < posterior.people(); person++) {
            posterior.posterior(person, weights);
            score(person, weights, score);
            information.add(score);
        }
    }

    private void score(int person, double[] weights, double[] score) {
        int at = 0;
        for (int item = 0; item < models.size(); item++) {
            int answer = answers.answer(person, item);
            int categories = models.get(item).categories();
            for (int p = 0; p < models.get(item).parameters(); p++) {
                score[at++] = answer < 0 ? 0 : mean(scores[item], (p * categories + answer) * Q, weights);
            }
        }
        for (int slope = 2; commonSlope && slope < score.length; slope += 2) {
            score[0] += score[slope];
            score[slope] = 0;
        }
    }

    private static double mean(double[] values, int base, double[] weights) {
        double sum = 0;
        for (int q = 0; q < Q; q++) {
            sum += values[base + q] * weights[q];
        }
        return sum;
    }

    private void priors(List<double[]> parameters, CrossProduct information) {
        int at = 0;
        for (int item = 0; item < models.size(); item++) {
            for (int p = 0; p < models.get(item).parameters(); p++) {
                information.addPrior(at++, models.get(item).priorInformation(parameters.get(item), p));
            }
        }
    }
}
