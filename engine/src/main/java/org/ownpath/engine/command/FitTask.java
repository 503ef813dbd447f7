package org.ownpath.engine.command;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.engine.estimate.FitProgress;
import org.ownpath.engine.estimate.LearnerSplit;

/** The answers to fit, those held out, and where to say how far it is. */
record FitTask(List<AnswerRow> kept, List<AnswerRow> heldOut, PrintWriter log) {

    /** Splits by learner; where every answer has a time, puts them in its order first. */
    static FitTask of(List<AnswerRow> rows, LearnerSplit split, PrintWriter log) {
        boolean timed = rows.stream().allMatch(row -> row.at().isPresent());
        List<AnswerRow> ordered = timed
                ? rows.stream()
                        .sorted(Comparator.comparing(row -> row.at().orElseThrow()))
                        .toList()
                : rows;
        Map<Boolean, List<AnswerRow>> sides =
                ordered.stream().collect(Collectors.partitioningBy(row -> split.heldOut(row.learner())));
        if (sides.getOrDefault(false, List.of()).isEmpty()) {
            throw new AnswerFileException("All learners were held out. Hold out a smaller share, or add learners.");
        }
        return new FitTask(sides.getOrDefault(false, List.of()), sides.getOrDefault(true, List.of()), log);
    }

    /** Says every tenth step of a fit. */
    FitProgress progress(String what) {
        return (steps, objective) -> {
            if (steps % 10 == 1) {
                log.printf(Locale.ROOT, "%s: step %d, log likelihood %.2f%n", what, steps, objective);
                log.flush();
            }
        };
    }
}
