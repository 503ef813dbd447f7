package org.ownpath.engine.time;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each of the four grades would make of one review: the memory, and the days until the next review. Whoever
 * remembers better waits longer, by at least a day, even where rounding alone would give the same day. Source: the
 * long-term scheduler of ts-fsrs.
 */
public final class ReviewChoices {

    private final Fsrs fsrs;
    private final Map<RecallGrade, Memory> memories = new EnumMap<>(RecallGrade.class);

    private ReviewChoices(Fsrs fsrs) {
        this.fsrs = fsrs;
    }

    static ReviewChoices first(Fsrs fsrs, LocalDate on) {
        ReviewChoices choices = new ReviewChoices(fsrs);
        for (RecallGrade grade : RecallGrade.values()) {
            choices.memories.put(grade, fsrs.first(grade, on));
        }
        return choices;
    }

    static ReviewChoices after(Fsrs fsrs, Memory memory, LocalDate on) {
        ReviewChoices choices = new ReviewChoices(fsrs);
        for (RecallGrade grade : RecallGrade.values()) {
            choices.memories.put(grade, fsrs.review(memory, grade, on));
        }
        return choices;
    }

    /** The memory after this grade. */
    public Memory memory(RecallGrade grade) {
        return Objects.requireNonNull(memories.get(grade));
    }

    /**
     * Whole days until the next review after each grade, rising from again to easy.
     *
     * @param desired the chance of recall at the next review, above 0 and below 1
     */
    public Map<RecallGrade, Integer> days(double desired) {
        Map<RecallGrade, Integer> days = new EnumMap<>(RecallGrade.class);
        int least = Math.min(rounded(RecallGrade.AGAIN, desired), rounded(RecallGrade.HARD, desired));
        for (RecallGrade grade : RecallGrade.values()) {
            int wait = grade == RecallGrade.AGAIN ? least : Math.max(rounded(grade, desired), least);
            days.put(grade, wait);
            least = wait + 1;
        }
        return days;
    }

    private int rounded(RecallGrade grade, double desired) {
        return fsrs.intervalDays(memory(grade), desired);
    }

    /** The day of the next review after this grade. */
    public LocalDate next(RecallGrade grade, double desired) {
        return memory(grade)
                .reviewedOn()
                .plusDays(Objects.requireNonNull(days(desired).get(grade)));
    }
}
