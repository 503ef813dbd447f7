package org.ownpath.engine.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.engine.estimate.NextAnswerModel;
import org.ownpath.engine.estimate.Stopping;

/** Fits the logistic model of the next answer. */
record NextAnswerFitter() implements ModelFitter {

    private static final List<String> HEADER = List.of("weight", "value", "value_se");

    @Override
    public FittedModel fit(FitTask task) {
        NextAnswerModel model = NextAnswerModel.fit(
                task.kept().stream().map(AnswerRow::attempt).toList(),
                new Stopping(200, 1e-3),
                task.progress("weights"));
        List<List<String>> rows = model.weights().stream()
                .map(weight -> List.of(
                        weight.name(), FittedModel.number(weight.value()), FittedModel.number(weight.standardError())))
                .toList();
        Predictions predictions = new Predictions();
        Map<String, NextAnswerModel.Learner> learners = new HashMap<>();
        for (AnswerRow row : task.heldOut()) {
            NextAnswerModel.Learner learner = learners.computeIfAbsent(row.learner(), who -> model.learner());
            predictions.add(learner.predict(row.skill(), row.item(), row.at()), row.right());
            learner.add(row.attempt());
        }
        return new FittedModel(HEADER, rows, FittedModel.summary(model.report()), predictions);
    }
}
