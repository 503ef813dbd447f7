package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Items fitted to right and wrong answers by marginal maximum likelihood over a standard normal population (Bock and
 * Aitkin, 1981), with standard errors from the cross-product of people's scores. Deterministic.
 *
 * @param items in the order of the columns
 */
public record ItemResponseFit(List<FittedItem> items, FitReport report) {

    public ItemResponseFit {
        items = List.copyOf(items);
    }

    /**
     * An item with the standard errors of its parameters.
     *
     * @param discriminationError of a; in the one-parameter model the same for all items
     * @param difficultyError of b
     * @param guessingError of c; 0 where the model has no guessing
     */
    public record FittedItem(
            String name, Item item, double discriminationError, double difficultyError, double guessingError) {}

    /** Fits with {@link Stopping#standard()} and no word of progress. */
    public static ItemResponseFit of(AnswerMatrix answers, ItemResponseModel model) {
        return of(answers, model, Stopping.standard(), FitProgress.NONE);
    }

    /**
     * Fits the model.
     *
     * @throws IllegalArgumentException if an item is answered right by all or wrong by all, has more categories than
     *     two, or runs backwards; the message names the item
     */
    public static ItemResponseFit of(
            AnswerMatrix answers, ItemResponseModel model, Stopping stopping, FitProgress progress) {
        for (int item = 0; item < answers.items().size(); item++) {
            refuseGraded(answers, item);
        }
        List<ItemModel> curves = Collections.nCopies(answers.items().size(), model.curve());
        boolean common = model == ItemResponseModel.ONE_PARAMETER;
        MarginalFit fit = MarginalFit.of(new MarginalFit.Task(answers, curves, common), stopping, progress);
        List<FittedItem> items = new ArrayList<>();
        for (int item = 0; item < curves.size(); item++) {
            items.add(item(answers, fit, item, common ? 0 : fit.offset(item)));
        }
        return new ItemResponseFit(items, fit.report());
    }

    private static void refuseGraded(AnswerMatrix answers, int item) {
        int categories = answers.counts(item).length;
        if (categories > 2) {
            throw new IllegalArgumentException("Item '" + answers.items().get(item) + "' has answers up to "
                    + (categories - 1) + ", but only 0 and 1 are wrong and right. Fit the graded model instead.");
        }
    }

    private static FittedItem item(AnswerMatrix answers, MarginalFit fit, int item, int slope) {
        double a = fit.slope(answers, item);
        boolean guessing = fit.hasGuessing(item);
        double c = guessing ? Logistic.of(fit.parameter(item, 2)) : 0;
        return new FittedItem(
                answers.items().get(item),
                new Item(a, -fit.parameter(item, 1) / a, c),
                fit.errorAt(slope),
                fit.locationError(item, 1, slope),
                guessing ? c * (1 - c) * fit.standardError(item, 2) : 0);
    }
}
