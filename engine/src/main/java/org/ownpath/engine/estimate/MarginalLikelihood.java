package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marginal maximum likelihood over a normal population by expectation-maximisation. The parameters of all items stand one
 * after another. Source: Bock and Aitkin, 1981.
 */
final class MarginalLikelihood implements EmStep {

    private static final int Q = AbilityGrid.SIZE;

    private final List<? extends ItemModel> models;
    private final List<FisherScoring> scoring = new ArrayList<>();
    private final boolean commonSlope;
    private final PatternPosterior posterior;
    private final double[][] probabilities;
    private final double[][] counts;

    /** @param commonSlope whether the first parameter is one and the same for all items */
    MarginalLikelihood(AnswerMatrix answers, List<? extends ItemModel> models, boolean commonSlope) {
        this.models = models;
        this.commonSlope = commonSlope;
        this.posterior = new PatternPosterior(answers, models);
        this.probabilities = new double[models.size()][];
        this.counts = new double[models.size()][];
        for (int item = 0; item < models.size(); item++) {
            scoring.add(new FisherScoring(models.get(item)));
            probabilities[item] = new double[models.get(item).categories() * Q];
            counts[item] = new double[models.get(item).categories() * Q];
        }
    }

    /** The start of the fit, from the share of each answer. */
    double[] start(AnswerMatrix answers) {
        double[] start =
                new double[models.stream().mapToInt(ItemModel::parameters).sum()];
        int at = 0;
        for (int item = 0; item < models.size(); item++) {
            int[] given = answers.counts(item);
            double all = Arrays.stream(given).sum();
            double[] own = models.get(item)
                    .start(Arrays.stream(given)
                            .mapToDouble(count -> count / all)
                            .toArray());
            System.arraycopy(own, 0, start, at, own.length);
            at += own.length;
        }
        return start;
    }

    @Override
    public boolean feasible(double[] parameters) {
        List<double[]> own = split(parameters);
        for (int item = 0; item < own.size(); item++) {
            if (!models.get(item).feasible(own.get(item))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double apply(double[] from, double[] to) {
        List<double[]> own = split(from);
        double objective = expect(own);
        if (commonSlope) {
            new CommonSlope(scoring).improve(own, counts);
        } else {
            for (int item = 0; item < own.size(); item++) {
                scoring.get(item).improve(own.get(item), counts[item]);
            }
        }
        int at = 0;
        for (double[] item : own) {
            System.arraycopy(item, 0, to, at, item.length);
            at += item.length;
        }
        return objective;
    }

    private double expect(List<double[]> own) {
        double logPrior = 0;
        for (int item = 0; item < own.size(); item++) {
            models.get(item).probabilities(own.get(item), probabilities[item]);
            logPrior += models.get(item).logPrior(own.get(item));
        }
        return posterior.expect(probabilities, counts) + logPrior;
    }

    /** The log prior alone. */
    double logPrior(double[] parameters) {
        double logPrior = 0;
        List<double[]> own = split(parameters);
        for (int item = 0; item < own.size(); item++) {
            logPrior += models.get(item).logPrior(own.get(item));
        }
        return logPrior;
    }

    /** Each item's own parameters, copied. */
    List<double[]> split(double[] parameters) {
        List<double[]> own = new ArrayList<>(models.size());
        int at = 0;
        for (ItemModel model : models) {
            own.add(Arrays.copyOfRange(parameters, at, at + model.parameters()));
            at += model.parameters();
        }
        return own;
    }
}
