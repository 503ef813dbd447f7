package org.ownpath.engine.estimate;

import java.util.Arrays;
import java.util.List;

/** A fit by marginal maximum likelihood: each item's parameters, their covariance and how the fit went. */
final class MarginalFit {

    private final List<double[]> parameters;
    private final Covariance covariance;
    private final FitReport report;

    private MarginalFit(List<double[]> parameters, Covariance covariance, FitReport report) {
        this.parameters = parameters;
        this.covariance = covariance;
        this.report = report;
    }

    /** What is fitted: the answers, a model for each item, and whether the items share their slope. */
    record Task(AnswerMatrix answers, List<? extends ItemModel> models, boolean commonSlope) {

        Task {
            for (int item = 0; item < models.size(); item++) {
                refuseUnused(answers, item);
            }
        }
    }

    static MarginalFit of(Task task, Stopping stopping, FitProgress progress) {
        MarginalLikelihood likelihood = new MarginalLikelihood(task.answers(), task.models(), task.commonSlope());
        AcceleratedEm.Outcome outcome =
                new AcceleratedEm(likelihood, stopping, progress).run(likelihood.start(task.answers()));
        double[] all = outcome.parameters().copy();
        List<double[]> own = likelihood.split(all);
        FitReport report = new FitReport(
                outcome.objective() - likelihood.logPrior(all),
                outcome.steps(),
                outcome.converged(),
                task.answers().given());
        ItemScores scores = new ItemScores(task.answers(), task.models(), task.commonSlope());
        return new MarginalFit(own, scores.covariance(own), report);
    }

    private static void refuseUnused(AnswerMatrix answers, int item) {
        int[] counts = answers.counts(item);
        String name = answers.items().get(item);
        if (counts.length <= 1) {
            throw new IllegalArgumentException("Item '" + name + "' has "
                    + (counts.length == 0 ? "no answers" : "only " + counts[0] + " answers of 0, all wrong")
                    + ", so its difficulty cannot be found. Leave it out.");
        }
        for (int category = 0; category < counts.length; category++) {
            if (counts[category] == 0) {
                throw new IllegalArgumentException("Item '" + name + "' has no answer of " + category + " among "
                        + Arrays.stream(counts).sum() + (counts.length == 2 ? ", all are right" : "")
                        + ", so its difficulty cannot be found. Leave it out"
                        + (counts.length == 2 ? "." : " or merge the category with its neighbour."));
            }
        }
    }

    FitReport report() {
        return report;
    }

    double parameter(int item, int parameter) {
        return parameters.get(item)[parameter];
    }

    boolean hasGuessing(int item) {
        return parameters.get(item).length == 3;
    }

    /** The standard error of a parameter counted over all items. */
    double errorAt(int parameter) {
        return covariance.standardError(parameter);
    }

    double standardError(int item, int parameter) {
        return covariance.standardError(offset(item) + parameter);
    }

    /**
     * The standard error of the location {@code -d / a} by the delta method, where parameter {@code slope} counts over
     * all items.
     */
    double locationError(int item, int intercept, int slope) {
        double a = parameter(item, 0);
        double location = -parameter(item, intercept) / a;
        int d = offset(item) + intercept;
        double variance = covariance.of(d, d)
                + location * location * covariance.of(slope, slope)
                + 2 * location * covariance.of(slope, d);
        return Math.sqrt(variance) / Math.abs(a);
    }

    int offset(int item) {
        int offset = 0;
        for (int before = 0; before < item; before++) {
            offset += parameters.get(before).length;
        }
        return offset;
    }

    /** The slope of an item, refused where it is not above 0. */
    double slope(AnswerMatrix answers, int item) {
        double slope = parameter(item, 0);
        if (!(slope > 0)) {
            throw new IllegalArgumentException("Item '" + answers.items().get(item)
                    + "' runs backwards: its discrimination is " + slope
                    + ", so abler people do worse on it. Check its key, or leave it out.");
        }
        return slope;
    }
}
