package org.ownpath.engine.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.engine.estimate.AbilityPosterior;
import org.ownpath.engine.estimate.Item;
import org.ownpath.engine.estimate.ItemResponseFit;
import org.ownpath.engine.estimate.ItemResponseModel;
import org.ownpath.engine.estimate.Observation;
import org.ownpath.engine.estimate.Stopping;

/** Fits an item response model of right and wrong answers. */
record ItemFitter(ItemResponseModel model) implements ModelFitter {

    private static final List<String> HEADER = List.of(
            "item", "discrimination", "discrimination_se", "difficulty", "difficulty_se", "guessing", "guessing_se");

    @Override
    public FittedModel fit(FitTask task) {
        ItemResponseFit fit =
                ItemResponseFit.of(AnswerPivot.matrix(task.kept()), model, Stopping.standard(), task.progress("items"));
        Map<String, Item> items = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (ItemResponseFit.FittedItem fitted : fit.items()) {
            items.put(fitted.name(), fitted.item());
            rows.add(List.of(
                    fitted.name(),
                    FittedModel.number(fitted.item().discrimination()),
                    FittedModel.number(fitted.discriminationError()),
                    FittedModel.number(fitted.item().difficulty()),
                    FittedModel.number(fitted.difficultyError()),
                    FittedModel.number(fitted.item().guessing()),
                    FittedModel.number(fitted.guessingError())));
        }
        return new FittedModel(HEADER, rows, FittedModel.summary(fit.report()), predictions(task, items));
    }

    private static Predictions predictions(FitTask task, Map<String, Item> items) {
        Predictions predictions = new Predictions();
        Map<String, AbilityPosterior> abilities = new HashMap<>();
        for (AnswerRow row : task.heldOut()) {
            Item item = items.get(row.item());
            if (item == null) {
                predictions.passOver();
                continue;
            }
            AbilityPosterior before = abilities.getOrDefault(row.learner(), AbilityPosterior.prior());
            predictions.add(Math.max(0, Math.min(1, before.predict(item))), row.right());
            abilities.put(row.learner(), before.with(new Observation.Answer("answers", item, row.right())));
        }
        return predictions;
    }
}
