package org.ownpath.engine.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ownpath.engine.estimate.KnowledgeTracing;
import org.ownpath.engine.estimate.KnowledgeTracingFit;
import org.ownpath.engine.estimate.ResponseSequences;
import org.ownpath.engine.estimate.TracingBounds;

/** Fits knowledge tracing, skill by skill. */
record TracingFitter(TracingBounds bounds, int starts, RandomGenerator random) implements ModelFitter {

    private static final List<String> HEADER = List.of(
            "skill",
            "learners",
            "answers",
            "prior",
            "prior_se",
            "learn",
            "learn_se",
            "forget",
            "forget_se",
            "guess",
            "guess_se",
            "slip",
            "slip_se",
            "log_likelihood",
            "converged");

    @Override
    public FittedModel fit(FitTask task) {
        Map<String, Map<String, List<AnswerRow>>> bySkill = new LinkedHashMap<>();
        task.kept()
                .forEach(row -> bySkill.computeIfAbsent(row.skill(), skill -> new LinkedHashMap<>())
                        .computeIfAbsent(row.learner(), learner -> new ArrayList<>())
                        .add(row));
        Map<String, KnowledgeTracing> fitted = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        double logLikelihood = 0;
        for (Map.Entry<String, Map<String, List<AnswerRow>>> skill : bySkill.entrySet()) {
            ResponseSequences sequences = sequences(skill.getValue());
            KnowledgeTracingFit fit = KnowledgeTracingFit.of(
                    sequences,
                    bounds,
                    new KnowledgeTracingFit.Starts(starts, random),
                    task.progress("skill " + (rows.size() + 1) + " of " + bySkill.size() + ", " + skill.getKey()));
            fitted.put(skill.getKey(), fit.parameters());
            rows.add(row(skill.getKey(), sequences, fit));
            logLikelihood += fit.report().logLikelihood();
        }
        String summary = rows.size() + " skills, " + task.kept().size() + " answers, log likelihood "
                + FittedModel.number(logLikelihood);
        return new FittedModel(HEADER, rows, summary, predictions(task, fitted));
    }

    private static ResponseSequences sequences(Map<String, List<AnswerRow>> learners) {
        int size = learners.values().stream().mapToInt(List::size).sum();
        byte[] responses = new byte[size];
        int[] starts = new int[learners.size() + 1];
        int at = 0;
        int learner = 0;
        for (List<AnswerRow> answers : learners.values()) {
            for (AnswerRow answer : answers) {
                responses[at++] = (byte) (answer.right() ? 1 : 0);
            }
            starts[++learner] = at;
        }
        return ResponseSequences.of(responses, starts);
    }

    private static List<String> row(String skill, ResponseSequences sequences, KnowledgeTracingFit fit) {
        KnowledgeTracing found = fit.parameters();
        KnowledgeTracingFit.Errors errors = fit.errors();
        List<String> row = new ArrayList<>(
                List.of(skill, Integer.toString(sequences.learners()), Integer.toString(sequences.size())));
        double[] numbers = {
            found.prior(),
            errors.prior(),
            found.learn(),
            errors.learn(),
            found.forget(),
            errors.forget(),
            found.guess(),
            errors.guess(),
            found.slip(),
            errors.slip(),
            fit.report().logLikelihood()
        };
        for (double number : numbers) {
            row.add(FittedModel.number(number));
        }
        row.add(Boolean.toString(fit.report().converged()));
        return row;
    }

    private static Predictions predictions(FitTask task, Map<String, KnowledgeTracing> fitted) {
        Predictions predictions = new Predictions();
        Map<String, Map<String, Double>> mastery = new HashMap<>();
        for (AnswerRow row : task.heldOut()) {
            KnowledgeTracing skill = fitted.get(row.skill());
            if (skill == null) {
                predictions.passOver();
                continue;
            }
            Map<String, Double> own = mastery.computeIfAbsent(row.learner(), learner -> new HashMap<>());
            double before = own.getOrDefault(row.skill(), skill.prior());
            predictions.add(Math.max(0, Math.min(1, skill.predict(before))), row.right());
            own.put(row.skill(), skill.update(before, row.right()));
        }
        return predictions;
    }
}
