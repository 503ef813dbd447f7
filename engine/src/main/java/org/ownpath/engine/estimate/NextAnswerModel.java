package org.ownpath.engine.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts the next answer by logistic regression on the item, the skill and the learner's history: log counts of wins and
 * fails, overall, on the skill and on the item (performance factors analysis), recency-weighted shares, ability as the
 * mean surprise so far, and time since the skill was last tried. Weights have normal priors around 0: standard deviation
 * 10 for the history, 1 for items, 0.5 for skills. Items and skills that were not seen count as average. Sources: Pavlik,
 * Cen and Koedinger, Performance factors analysis, 2009; Gervet et al., When is deep learning the best approach to
 * knowledge tracing?, 2020.
 */
public final class NextAnswerModel {

    private final ItemShares shares;
    private final Map<String, Integer> items;
    private final Map<String, Integer> skills;
    private final Vector weights;
    private final Vector information;
    private final FitReport report;

    private NextAnswerModel(NextAnswerRows rows, ItemShares shares, LimitedMemory.Minimum minimum) {
        LogisticObjective objective = new LogisticObjective(rows);
        double[] at = minimum.at().copy();
        this.shares = shares;
        this.items = rows.items();
        this.skills = rows.skills();
        this.weights = minimum.at();
        this.information = new Vector(objective.information(at));
        this.report = new FitReport(objective.logLikelihood(at), minimum.steps(), minimum.converged(), rows.size());
    }

    /** Fits with at most 200 steps, tolerance 0.001 and no word of progress. */
    public static NextAnswerModel fit(List<Attempt> attempts) {
        return fit(attempts, new Stopping(200, 1e-3), FitProgress.NONE);
    }

    /**
     * Fits the weights. Deterministic.
     *
     * @param attempts of many learners; each learner's in the order they were made
     * @throws IllegalArgumentException if there is no attempt
     */
    public static NextAnswerModel fit(List<Attempt> attempts, Stopping stopping, FitProgress progress) {
        if (attempts.isEmpty()) {
            throw new IllegalArgumentException("There is no attempt to fit. Give the answers of some learners.");
        }
        ItemShares shares = new ItemShares(attempts);
        NextAnswerRows rows = new NextAnswerRows(attempts, shares);
        double[] start = new double[rows.weights()];
        return new NextAnswerModel(
                rows, shares, new LimitedMemory(new LogisticObjective(rows), stopping, progress).from(start));
    }

    /** How the fit went. */
    public FitReport report() {
        return report;
    }

    /** A learner of whom nothing is known yet. */
    public Learner learner() {
        return new Learner();
    }

    /** One learner, followed answer by answer. Not safe for several threads at once. */
    public final class Learner {

        private final LearnerHistory history = new LearnerHistory();
        private final double[] features = new double[NextAnswerRows.DENSE];

        private Learner() {}

        /** The probability that the next answer, to this item, is right. */
        public double predict(String skill, String item, Optional<Instant> at) {
            history.features(skill, item, at, features);
            double score = 0;
            for (int i = 0; i < features.length; i++) {
                score += features[i] * weights.at(i);
            }
            Integer itemNumber = items.get(item);
            Integer skillNumber = skills.get(skill);
            score += itemNumber == null ? 0 : weights.at(NextAnswerRows.DENSE + itemNumber);
            return Logistic.of(score + (skillNumber == null ? 0 : ofSkill(skillNumber)));
        }

        private double ofSkill(int number) {
            int own = NextAnswerRows.DENSE + items.size() + 3 * number;
            return weights.at(own)
                    + weights.at(own + 1) * features[LearnerHistory.SKILL_WINS]
                    + weights.at(own + 2) * features[LearnerHistory.SKILL_FAILS];
        }

        /** Takes in what the learner answered. */
        public void add(Attempt attempt) {
            history.add(attempt, shares.of(attempt.item()));
        }
    }

    /**
     * A weight of the model.
     *
     * @param name what it weighs: a number of the history, or an item or skill by its name
     * @param standardError approximate: from the diagonal of the information, as if the other weights were known
     */
    public record Weight(String name, double value, double standardError) {}

    /** All weights. */
    public List<Weight> weights() {
        List<Weight> named = new ArrayList<>();
        LearnerHistory.FEATURES.forEach(name -> named.add(weight(name, named.size())));
        items.keySet().forEach(item -> named.add(weight("item " + item, named.size())));
        skills.keySet().forEach(skill -> {
            named.add(weight("skill " + skill, named.size()));
            named.add(weight("log wins on skill " + skill, named.size()));
            named.add(weight("log fails on skill " + skill, named.size()));
        });
        return named;
    }

    private Weight weight(String name, int at) {
        return new Weight(name, weights.at(at), 1 / Math.sqrt(information.at(at)));
    }
}
