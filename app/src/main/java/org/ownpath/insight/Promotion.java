package org.ownpath.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * What promotion by age does to the students there are: measured, not projected. When a school year begins everybody
 * moves up to the level that goes with the grade label.
 *
 * @param day the last such day
 * @param unready those who had not mastered the level before it
 * @param waiting those who have mastered the level of their grade already, and would wait for the next such day
 * @param counted of how many, those with a grade label above kindergarten for {@code unready}
 */
public record Promotion(LocalDate day, List<StudentOutcome> unready, List<StudentOutcome> waiting, Counted counted) {

    /** A level with this share mastered, and everything below it, is done with. The simulation asks for the same. */
    static final double REQUIRED_SHARE = 0.8;

    /** Keeps its own copies. */
    public Promotion {
        unready = List.copyOf(unready);
        waiting = List.copyOf(waiting);
    }

    /** How many were promoted, and how many could wait. */
    public record Counted(long promoted, long labelled) {}

    /** From outcomes since the day of promotion. */
    static Promotion of(SubjectOutcomes outcomes) {
        List<StudentOutcome> labelled = outcomes.students().stream()
                .filter(s -> s.usualLevel().isPresent())
                .toList();
        List<StudentOutcome> promoted =
                labelled.stream().filter(s -> s.usualLevel().getAsInt() > 0).toList();
        return new Promotion(
                outcomes.span().from(),
                promoted.stream()
                        .filter(s -> s.levels().then() < doneWith(s.usualLevel().getAsInt() - 1))
                        .toList(),
                labelled.stream()
                        .filter(s -> s.levels().now() >= doneWith(s.usualLevel().getAsInt()))
                        .toList(),
                new Counted(promoted.size(), labelled.size()));
    }

    /** The place from which a level is done with. */
    private static double doneWith(int level) {
        return level - 1 + REQUIRED_SHARE;
    }

    /** The next day of promotion. */
    public LocalDate next() {
        return day.plusYears(1);
    }
}
