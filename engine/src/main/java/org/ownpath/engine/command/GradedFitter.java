package org.ownpath.engine.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.engine.estimate.AbilityPosterior;
import org.ownpath.engine.estimate.GradedFit;
import org.ownpath.engine.estimate.GradedItem;
import org.ownpath.engine.estimate.Observation;
import org.ownpath.engine.estimate.Rater;
import org.ownpath.engine.estimate.Stopping;

/** Fits the graded response model: a row for each threshold. A prediction is that a level or a higher one is reached. */
record GradedFitter() implements ModelFitter {

    private static final List<String> HEADER =
            List.of("item", "level", "discrimination", "discrimination_se", "threshold", "threshold_se");

    @Override
    public FittedModel fit(FitTask task) {
        GradedFit fit = GradedFit.of(AnswerPivot.matrix(task.kept()), Stopping.standard(), task.progress("items"));
        Map<String, GradedItem> items = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (GradedFit.FittedGradedItem fitted : fit.items()) {
            items.put(fitted.name(), fitted.item());
            for (int level = 1; level < fitted.item().levels(); level++) {
                rows.add(List.of(
                        fitted.name(),
                        Integer.toString(level),
                        FittedModel.number(fitted.item().discrimination()),
                        FittedModel.number(fitted.discriminationError()),
                        FittedModel.number(fitted.item().thresholds().get(level - 1)),
                        FittedModel.number(fitted.thresholdErrors().get(level - 1))));
            }
        }
        return new FittedModel(HEADER, rows, FittedModel.summary(fit.report()), predictions(task, items));
    }

    private static Predictions predictions(FitTask task, Map<String, GradedItem> items) {
        Predictions predictions = new Predictions();
        Map<String, AbilityPosterior> abilities = new HashMap<>();
        for (AnswerRow row : task.heldOut()) {
            GradedItem item = items.get(row.item());
            if (item == null || row.level() >= item.levels()) {
                predictions.passOver();
                continue;
            }
            AbilityPosterior before = abilities.getOrDefault(row.learner(), AbilityPosterior.prior());
            for (int level = 1; level < item.levels(); level++) {
                predictions.add(before.predict(item, level), row.level() >= level);
            }
            abilities.put(
                    row.learner(), before.with(new Observation.Rating(Rater.average("rater"), item, row.level())));
        }
        return predictions;
    }
}
