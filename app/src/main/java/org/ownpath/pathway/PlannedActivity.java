package org.ownpath.pathway;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * An activity on a student's plan.
 *
 * @param goal the goal that it is for, if any
 * @param end how it ended; empty while it is open
 */
public record PlannedActivity(
        UUID id,
        StudentId student,
        ActivityId activity,
        Optional<GoalId> goal,
        PersonId chosenBy,
        Instant chosenAt,
        Optional<End> end) {

    /**
     * How it ended.
     *
     * @param done whether it was done, or set aside
     * @param words what it was like, or why it was set aside
     */
    public record End(boolean done, String words, PersonId by, Instant at) {}

    /** What had become of it by then; empty where nobody had chosen it yet. */
    Optional<PlannedActivity> by(Instant moment) {
        return chosenAt.isAfter(moment)
                ? Optional.empty()
                : Optional.of(new PlannedActivity(
                        id,
                        student,
                        activity,
                        goal,
                        chosenBy,
                        chosenAt,
                        end.filter(ended -> !ended.at().isAfter(moment))));
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return end.isEmpty();
    }

    /** Whether it was done. */
    public boolean done() {
        return end.filter(End::done).isPresent();
    }
}
