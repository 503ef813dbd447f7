package org.ownpath.engine.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ownpath.engine.estimate.EloRatings;
import org.ownpath.engine.estimate.EloSettings;

/** Rates items by Elo in the order of the answers, then follows held-out learners with the items fixed. */
record EloFitter(EloSettings settings) implements ModelFitter {

    private static final List<String> HEADER = List.of("item", "difficulty", "difficulty_se", "answers");

    @Override
    public FittedModel fit(FitTask task) {
        EloRatings elo = new EloRatings(settings);
        Set<String> items = new LinkedHashSet<>();
        for (AnswerRow row : task.kept()) {
            elo.update(row.learner(), row.item(), row.right());
            items.add(row.item());
        }
        elo.fixItems();
        List<List<String>> rows = new ArrayList<>();
        for (String item : items) {
            EloRatings.Rating rating = elo.item(item).orElseThrow();
            rows.add(List.of(
                    item,
                    FittedModel.number(rating.value()),
                    FittedModel.number(rating.standardError()),
                    Integer.toString(rating.answers())));
        }
        Predictions predictions = new Predictions();
        task.heldOut().forEach(row -> predictions.add(elo.update(row.learner(), row.item(), row.right()), row.right()));
        String summary = items.size() + " items, " + task.kept().size() + " answers, one pass";
        return new FittedModel(HEADER, rows, summary, predictions);
    }
}
