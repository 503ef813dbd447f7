package org.ownpath.engine.estimate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each attempt as a sparse row of a logistic regression, flat. Weights stand in this order: the history's numbers; one for
 * each item; and for each skill one of its own, one that multiplies the log wins on it and one the log fails.
 */
final class NextAnswerRows {

    static final int DENSE = LearnerHistory.FEATURES.size();

    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<String, Integer> skills = new LinkedHashMap<>();
    private final double[] dense;
    private final int[] item;
    private final int[] skill;
    private final byte[] right;

    NextAnswerRows(List<Attempt> attempts, ItemShares shares) {
        dense = new double[attempts.size() * DENSE];
        item = new int[attempts.size()];
        skill = new int[attempts.size()];
        right = new byte[attempts.size()];
        Map<String, LearnerHistory> histories = new HashMap<>();
        double[] features = new double[DENSE];
        for (int row = 0; row < attempts.size(); row++) {
            Attempt attempt = attempts.get(row);
            LearnerHistory history = histories.computeIfAbsent(attempt.learner(), who -> new LearnerHistory());
            history.features(attempt.skill(), attempt.item(), attempt.at(), features);
            System.arraycopy(features, 0, dense, row * DENSE, DENSE);
            item[row] = number(items, attempt.item());
            skill[row] = number(skills, attempt.skill());
            right[row] = (byte) (attempt.right() ? 1 : 0);
            history.add(attempt, shares.of(attempt.item()));
        }
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    Map<String, Integer> items() {
        return items;
    }

    Map<String, Integer> skills() {
        return skills;
    }

    int size() {
        return right.length;
    }

    int weights() {
        return DENSE + items.size() + 3 * skills.size();
    }

    byte right(int row) {
        return right[row];
    }

    double score(int row, double[] weights) {
        double score = 0;
        for (int i = 0; i < DENSE; i++) {
            score += dense[row * DENSE + i] * weights[i];
        }
        int own = skillAt(row);
        return score
                + weights[DENSE + item[row]]
                + weights[own]
                + weights[own + 1] * dense[row * DENSE + LearnerHistory.SKILL_WINS]
                + weights[own + 2] * dense[row * DENSE + LearnerHistory.SKILL_FAILS];
    }

    /** Adds the row to the gradient, times a factor. */
    void gather(int row, double factor, double[] gradient) {
        for (int i = 0; i < DENSE; i++) {
            gradient[i] += factor * dense[row * DENSE + i];
        }
        int own = skillAt(row);
        gradient[DENSE + item[row]] += factor;
        gradient[own] += factor;
        gradient[own + 1] += factor * dense[row * DENSE + LearnerHistory.SKILL_WINS];
        gradient[own + 2] += factor * dense[row * DENSE + LearnerHistory.SKILL_FAILS];
    }

    /** Adds the squares of the row, times a factor: the diagonal of the information. */
    void gatherSquares(int row, double factor, double[] information) {
        for (int i = 0; i < DENSE; i++) {
            double value = dense[row * DENSE + i];
            information[i] += factor * value * value;
        }
        int own = skillAt(row);
        double wins = dense[row * DENSE + LearnerHistory.SKILL_WINS];
        double fails = dense[row * DENSE + LearnerHistory.SKILL_FAILS];
        information[DENSE + item[row]] += factor;
        information[own] += factor;
        information[own + 1] += factor * wins * wins;
        information[own + 2] += factor * fails * fails;
    }

    private int skillAt(int row) {
        return DENSE + items.size() + 3 * skill[row];
    }
}
