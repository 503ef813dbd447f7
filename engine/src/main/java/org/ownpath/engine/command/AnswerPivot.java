package org.ownpath.engine.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.engine.estimate.AnswerMatrix;

/** Turns answers into a matrix of learners and items; of several answers to one item the first counts. */
final class AnswerPivot {

    private AnswerPivot() {}

    static AnswerMatrix matrix(List<AnswerRow> rows) {
        Map<String, Integer> learners = new LinkedHashMap<>();
        Map<String, Integer> items = new LinkedHashMap<>();
        for (AnswerRow row : rows) {
            learners.putIfAbsent(row.learner(), learners.size());
            items.putIfAbsent(row.item(), items.size());
        }
        byte[] answers = new byte[Math.multiplyExact(learners.size(), items.size())];
        Arrays.fill(answers, AnswerMatrix.MISSING);
        for (AnswerRow row : rows) {
            int at = learners.getOrDefault(row.learner(), 0) * items.size() + items.getOrDefault(row.item(), 0);
            if (answers[at] == AnswerMatrix.MISSING) {
                answers[at] = (byte) row.level();
            }
        }
        return AnswerMatrix.of(new ArrayList<>(items.keySet()), answers);
    }
}
