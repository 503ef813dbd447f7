package org.ownpath.support;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Result;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Compares how a student stands with how they stood when a plan began, by evidence shown since. */
@Component
class Rechecks {

    /** How much better or worse the mean of the latest ratings has to be to count as a change, in levels of the scale. */
    private static final double CHANGE = 0.5;

    private final Mastery mastery;
    private final LedgerReading ledger;

    Rechecks(Mastery mastery, LedgerReading ledger) {
        this.mastery = mastery;
        this.ledger = ledger;
    }

    /** How the student stood at a moment: what was mastered by then, and the mean of the latest rating of each. */
    Plan.Baseline at(StudentId student, Collection<CompetencyId> competencies, Instant moment) {
        return held(student, competencies).by(moment);
    }

    /** What the evidence shown since a plan began says by this moment. */
    Plan.Recheck of(Plan plan, Instant moment) {
        return recheck(plan, held(plan.student(), plan.agreement().competencies()), moment);
    }

    /** What it said at an earlier moment, by what was known then. */
    Plan.Recheck then(Plan plan, Instant moment) {
        AsOf then = new AsOf.Earlier(moment);
        Set<CompetencyId> about = Set.copyOf(plan.agreement().competencies());
        Collection<Standing> standings = mastery.of(plan.student(), then).values();
        Map<Showing, History> histories = ledger.historiesOf(List.of(plan.student()), then);
        Held held = new Held(
                standings.stream().filter(s -> about.contains(s.competency())).toList(),
                about.stream()
                        .map(competency -> new Showing(plan.student(), competency))
                        .flatMap(showing -> Stream.ofNullable(histories.get(showing)))
                        .toList());
        return recheck(plan, held, moment);
    }

    private static Plan.Recheck recheck(Plan plan, Held held, Instant moment) {
        int pieces = (int) held.histories().stream()
                .flatMap(Rechecks::rated)
                .filter(piece -> since(plan, piece) && !piece.shownAt().isAfter(moment))
                .map(Piece::id)
                .distinct()
                .count();
        Plan.Baseline now = held.by(moment);
        return new Plan.Recheck(outcome(plan, now, pieces), pieces, now.mastered());
    }

    private Held held(StudentId student, Collection<CompetencyId> competencies) {
        return new Held(
                mastery.of(List.of(student), competencies),
                ledger.histories(competencies.stream()
                                .map(competency -> new Showing(student, competency))
                                .toList())
                        .values());
    }

    /** How a student stands in what a plan is about, and what was shown of it. */
    private record Held(Collection<Standing> standings, Collection<History> histories) {

        Plan.Baseline by(Instant moment) {
            long mastered = standings.stream()
                    .filter(standing -> standing.state().standing()
                            && standing.masteredAt()
                                    .filter(at -> !at.isAfter(moment))
                                    .isPresent())
                    .count();
            OptionalDouble mean = histories.stream()
                    .flatMap(history ->
                            rated(history).filter(piece -> !piece.shownAt().isAfter(moment)).max(Piece.ORDER).stream())
                    .mapToDouble(piece -> ((Result.Rated) piece.result()).value())
                    .average();
            return new Plan.Baseline(
                    (int) mastered, mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty());
        }
    }

    private static PlanOutcome outcome(Plan plan, Plan.Baseline now, int pieces) {
        if (pieces == 0) {
            return PlanOutcome.NOT_RECHECKED;
        }
        if (now.mastered() == plan.agreement().competencies().size()) {
            return PlanOutcome.MASTERED;
        }
        double value = now.value().orElse(0.0);
        double change = value - plan.baseline().value().orElse(value);
        if (now.mastered() > plan.baseline().mastered() || change >= CHANGE) {
            return PlanOutcome.GROWING;
        }
        return change <= -CHANGE ? PlanOutcome.LOWER : PlanOutcome.SAME;
    }

    /** Recorded after the plan began, and not shown on an earlier day. */
    private static boolean since(Plan plan, Piece piece) {
        return piece.recordedAt().isAfter(plan.openedAt())
                && !SchoolTime.day(piece.shownAt()).isBefore(SchoolTime.day(plan.openedAt()));
    }

    private static Stream<Piece> rated(History history) {
        return history.standing().stream()
                .filter(piece -> piece.form().aggregates() && piece.result() instanceof Result.Rated);
    }
}
