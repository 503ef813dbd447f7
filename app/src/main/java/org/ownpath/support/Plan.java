package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;

/**
 * Support that was agreed for one student.
 *
 * @param closing how it ended; empty while it is open
 */
public record Plan(
        PlanId id,
        StudentId student,
        Agreement agreement,
        Baseline baseline,
        PersonId openedBy,
        Instant openedAt,
        Optional<Closing> closing) {

    /** The most competencies that one plan may be about. */
    public static final int MOST_COMPETENCIES = 8;

    /** The most steps that one plan may have. */
    public static final int MOST_STEPS = 12;

    /**
     * What was agreed.
     *
     * @param signal what it answers, if any
     * @param tier 1 in class, 2 in a small group, 3 for this student alone
     * @param aim what is to be reached
     * @param owner who sees to it
     * @param reviewOn the day on which to look whether it helps
     */
    public record Agreement(
            String subject,
            List<CompetencyId> competencies,
            Optional<SignalKind> signal,
            int tier,
            SupportKind kind,
            String aim,
            List<String> steps,
            PersonId owner,
            LocalDate reviewOn) {

        /** Keeps its own copies of the lists. */
        public Agreement {
            competencies = List.copyOf(competencies);
            steps = List.copyOf(steps);
        }
    }

    /**
     * How the student stood when it began.
     *
     * @param mastered how many of the competencies stood mastered
     * @param value the mean of the values of those with evidence
     */
    public record Baseline(int mastered, Optional<Double> value) {}

    /** How it ended. */
    public record Closing(PlanOutcome outcome, int rechecks, String why, PersonId by, Instant at) {}

    /** What somebody said about it. */
    public record Words(PersonId by, String words, Instant at) {}

    /** A time at which it was worked on. */
    public record Session(LocalDate heldOn, int minutes, Attendance attendance, String note) {}

    /** Whether the student was there. */
    public enum Attendance {
        PRESENT,
        ABSENT,
        EXCUSED;

        /** "present". */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What the evidence shown since it began says.
     *
     * @param pieces how many pieces count
     * @param mastered how many of the competencies stand mastered now
     */
    public record Recheck(PlanOutcome outcome, int pieces, int mastered) {}

    /** As it stood then; empty where it had not begun. */
    Optional<Plan> by(Instant moment) {
        return openedAt.isAfter(moment)
                ? Optional.empty()
                : Optional.of(new Plan(
                        id,
                        student,
                        agreement,
                        baseline,
                        openedBy,
                        openedAt,
                        closing.filter(closed -> !closed.at().isAfter(moment))));
    }

    /** Whether it is still worked on. */
    public boolean open() {
        return closing.isEmpty();
    }

    /** Whether it is open and its day of review has come. */
    public boolean due(LocalDate today) {
        return open() && !agreement.reviewOn().isAfter(today);
    }
}
