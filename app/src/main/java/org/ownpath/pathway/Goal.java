package org.ownpath.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * A goal of a student with everything that was done about it, in order. Whether it is reached, the evidence says.
 *
 * @param way what lay before the student when it was proposed, in order, the targets among it
 */
public record Goal(
        GoalId id, StudentId student, Wish wish, List<CompetencyId> way, Proposal proposal, List<Step> steps) {

    /** Keeps its own copies of the lists. */
    public Goal {
        way = List.copyOf(way);
        steps = List.copyOf(steps);
    }

    /**
     * What is wanted.
     *
     * @param reason why, in the words of whoever proposes it
     * @param by until when
     * @param reviewOn when to look at it together for the first time
     */
    public record Wish(Aim aim, String reason, LocalDate by, LocalDate reviewOn) {}

    /** Who proposed it, from which side and when. */
    public record Proposal(PersonId by, Side side, Instant at) {}

    /** What can be done about a goal. */
    public enum Kind {
        AGREED,
        REVIEWED,
        DROPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Something that was done about it.
     *
     * @param words in one's own words; empty where none are needed
     * @param reviewOn of a review: when to look again
     */
    public record Step(Kind kind, String words, Optional<LocalDate> reviewOn, PersonId by, Instant at) {}

    /** What somebody said about it. */
    public record Words(PersonId by, String words, Instant at) {}

    /** What had been done about it by then; empty where nobody had proposed it yet. */
    Optional<Goal> by(Instant moment) {
        return proposal.at().isAfter(moment)
                ? Optional.empty()
                : Optional.of(new Goal(
                        id,
                        student,
                        wish,
                        way,
                        proposal,
                        steps.stream()
                                .filter(step -> !step.at().isAfter(moment))
                                .toList()));
    }

    /** The latest step of a kind. */
    public Optional<Step> latest(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).reduce((earlier, later) -> later);
    }

    /** When it is to be looked at next. */
    public LocalDate reviewOn() {
        return latest(Kind.REVIEWED).flatMap(Step::reviewOn).orElse(wish.reviewOn());
    }

    /** Whether both sides want it. */
    public boolean agreed() {
        return latest(Kind.AGREED).isPresent();
    }

    /** Whether somebody gave it up. */
    public boolean dropped() {
        return latest(Kind.DROPPED).isPresent();
    }
}
