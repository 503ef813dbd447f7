package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Tasks fitted to graded answers by marginal maximum likelihood over a standard normal population, with standard errors
 * from the cross-product of people's scores. Deterministic.
 *
 * @param items in the order of the columns
 */
public record GradedFit(List<FittedGradedItem> items, FitReport report) {

    public GradedFit {
        items = List.copyOf(items);
    }

    /**
     * A task with the standard errors of its parameters.
     *
     * @param thresholdErrors one for each threshold
     */
    public record FittedGradedItem(
            String name, GradedItem item, double discriminationError, List<Double> thresholdErrors) {

        public FittedGradedItem {
            thresholdErrors = List.copyOf(thresholdErrors);
        }
    }

    /** Fits with {@link Stopping#standard()} and no word of progress. */
    public static GradedFit of(AnswerMatrix answers) {
        return of(answers, Stopping.standard(), FitProgress.NONE);
    }

    /**
     * Fits the graded response model. An item's levels run from 0 to the highest given.
     *
     * @throws IllegalArgumentException if an item has a level that nobody was given, or runs backwards; the message
     *     names the item
     */
    public static GradedFit of(AnswerMatrix answers, Stopping stopping, FitProgress progress) {
        List<ItemModel> curves = new ArrayList<>();
        for (int item = 0; item < answers.items().size(); item++) {
            curves.add(new GradedModel(answers.counts(item).length));
        }
        MarginalFit fit = MarginalFit.of(new MarginalFit.Task(answers, curves, false), stopping, progress);
        List<FittedGradedItem> items = new ArrayList<>();
        for (int item = 0; item < curves.size(); item++) {
            items.add(item(answers, fit, item, curves.get(item).categories()));
        }
        return new GradedFit(items, fit.report());
    }

    private static FittedGradedItem item(AnswerMatrix answers, MarginalFit fit, int item, int categories) {
        double a = fit.slope(answers, item);
        int slope = fit.offset(item);
        List<Double> thresholds = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int m = 1; m < categories; m++) {
            thresholds.add(-fit.parameter(item, m) / a);
            errors.add(fit.locationError(item, m, slope));
        }
        return new FittedGradedItem(
                answers.items().get(item), new GradedItem(a, thresholds), fit.standardError(item, 0), errors);
    }
}
