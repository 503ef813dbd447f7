package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.StudentId;

/**
 * One student's try at a test.
 *
 * @param until when a timer ends it, if there is one
 * @param ended when and why it ended, if it has
 */
public record Attempt(
        AttemptId id, StudentId student, Test test, Instant startedAt, Optional<Instant> until, Optional<End> ended) {

    /**
     * What is taken: it is fixed when a try begins.
     *
     * @param pool the questions that it draws on
     * @param items a fixed test's questions in their order; empty: the test is adaptive
     * @param seed fixes what is left to chance
     */
    public record Test(
            UUID pool,
            Optional<OfferId> offer,
            String title,
            List<CompetencyId> competencies,
            Optional<List<ItemId>> items,
            long seed) {

        /** Whether the next question depends on the answers before. */
        public boolean adaptive() {
            return items.isEmpty();
        }
    }

    /** When and why a try ended. */
    public record End(Instant at, Reason reason) {}

    /** Why a try ended. */
    public enum Reason {
        /** Every question is answered, or enough of them to tell. */
        COMPLETE("Complete"),
        /** The student stopped. */
        STOPPED("Stopped early"),
        /** The timer ran out. */
        TIME("Time was up");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** Whether a timer has run out and nobody has ended the try yet. */
    boolean overdue(Instant now) {
        return ended.isEmpty() && until.isPresent() && !now.isBefore(until.get());
    }
}
