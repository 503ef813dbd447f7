package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of scoring: marks by a rubric, which become evidence in the same transaction. */
@Component
public class Scoring {

    /** The longest feedback or next step, in characters: both fit the note of a piece of evidence. */
    public static final int LONGEST = 1900;

    private final DemonstrationRows rows;
    private final Demonstrations demonstrations;
    private final ScoreRows scores;
    private final Claims claims;
    private final Ledger ledger;
    private final Bookings bookings;
    private final Steps steps;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Scoring(
            DemonstrationRows rows,
            Demonstrations demonstrations,
            ScoreRows scores,
            Claims claims,
            Ledger ledger,
            Bookings bookings,
            Steps steps,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.demonstrations = demonstrations;
        this.scores = scores;
        this.claims = claims;
        this.ledger = ledger;
        this.bookings = bookings;
        this.steps = steps;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The score that became evidence. */
    public Optional<Score> result(Demonstration demonstration) {
        return scores.of(demonstration.id()).stream().filter(Score::decides).findFirst();
    }

    /** What the viewer may see of others' scores before deciding: an outsider's always, colleagues' when both are in. */
    public List<Score> toModerate(Demonstration demonstration) {
        return scores.of(demonstration.id()).stream()
                .filter(score -> score.part() == Score.Part.OUTSIDE || demonstration.stage() == Stage.TO_MODERATE)
                .toList();
    }

    /** Those of the demonstrations that wait for this viewer's marks, in their order; what is for later does not yet. */
    public List<Demonstration> waiting(Viewer viewer, List<Demonstration> among) {
        Instant now = clock.instant();
        Set<DemonstrationId> done = scores.scoredBy(viewer.person());
        return among.stream()
                .filter(Demonstration::scorable)
                .filter(d -> d.stage() != Stage.AGREED
                        || d.meetsAt().filter(now::isBefore).isEmpty())
                .filter(d -> d.stage() == Stage.TO_MODERATE
                        ? !d.second().equals(Optional.of(viewer.person()))
                        : !done.contains(d.id()))
                .toList();
    }

    /**
     * Scores a demonstration. With one scorer the marks become evidence at once; with two, each is kept apart until both
     * are in and the assessor puts them together. Sent twice, a score is stored once.
     */
    public Reply score(Viewer viewer, DemonstrationId id, ScoreSheet sheet) {
        Reply reply = transaction.execute(status -> {
            Reply inside = scoreLocked(viewer, id, sheet);
            if (inside instanceof Reply.Refused) {
                status.setRollbackOnly();
            }
            return inside;
        });
        return java.util.Objects.requireNonNull(reply);
    }

    private Reply scoreLocked(Viewer viewer, DemonstrationId id, ScoreSheet sheet) {
        Demonstration found = rows.lock(id)
                .filter(d -> demonstrations.mayScore(viewer, d))
                .orElseThrow(() -> new NotAllowed("This is not here, or not yours to score."));
        Score.Part part = part(viewer, found);
        Optional<Score> before = scores.of(id).stream()
                .filter(score -> score.part() == part || score.decides())
                .findFirst();
        if (before.isPresent()) {
            return before.get().sheet().equals(sheet)
                    ? new Reply.Done()
                    : Reply.refused("This is scored already. Look at the result.");
        }
        if (!Move.SCORED.possibleAt(found.stage())) {
            return Reply.refused("It is " + found.stage().words() + " and cannot be scored now. Look at it again.");
        }
        List<String> reasons = reasons(found, sheet);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        return part == Score.Part.MODERATED || found.second().isEmpty()
                ? decide(viewer, found, sheet, part)
                : keep(viewer, found, sheet, part);
    }

    private static Score.Part part(Viewer viewer, Demonstration demonstration) {
        boolean second = demonstration.second().equals(Optional.of(viewer.person()));
        if (demonstration.stage() == Stage.TO_MODERATE && !second) {
            return Score.Part.MODERATED;
        }
        return second ? Score.Part.SECOND : Score.Part.FIRST;
    }

    /** Keeps one of two scores. The second to come opens both to the assessor. */
    private Reply keep(Viewer viewer, Demonstration demonstration, ScoreSheet sheet, Score.Part part) {
        boolean other = scores.of(demonstration.id()).stream()
                .anyMatch(score -> score.part() == Score.Part.FIRST || score.part() == Score.Part.SECOND);
        add(viewer, demonstration, sheet, part, Optional.empty());
        tell(viewer, demonstration, other ? Move.SCORED_TWICE : Move.SCORED_ONCE);
        return new Reply.Done();
    }

    /** Why a sheet does not fit the rubric. */
    List<String> reasons(Demonstration demonstration, ScoreSheet sheet) {
        List<String> reasons =
                new ArrayList<>(demonstrations.rubric(demonstration).misfits(sheet.marks()));
        Feedback feedback = sheet.feedback();
        if (feedback.words().length() > LONGEST || feedback.nextStep().length() > LONGEST) {
            reasons.add("Feedback and next step may each have " + LONGEST + " characters. Shorten them.");
        }
        if (feedback.practiceFirst() && feedback.nextStep().isEmpty()) {
            reasons.add("Another try is to wait for practice, but not for which. Write the next step.");
        }
        return reasons;
    }

    private Reply decide(Viewer viewer, Demonstration demonstration, ScoreSheet sheet, Score.Part part) {
        PieceId piece = new PieceId(TimeOrdered.named(demonstration.id().value(), "evidence"));
        Outcome outcome = ledger.record(viewer, observation(viewer, demonstration, sheet, piece));
        if (outcome instanceof Outcome.Refused refused) {
            return new Reply.Refused(refused.reasons());
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            return Reply.refused(conflict.reason());
        }
        add(viewer, demonstration, sheet, part, Optional.of(piece));
        tell(viewer, demonstration, Move.SCORED);
        return new Reply.Done();
    }

    private void add(
            Viewer viewer, Demonstration demonstration, ScoreSheet sheet, Score.Part part, Optional<PieceId> piece) {
        Score score = new Score(part, viewer.person(), viewer.displayName(), clock.instant(), sheet, piece);
        scores.add(viewer.district(), demonstration.id(), score);
    }

    private void tell(Viewer viewer, Demonstration demonstration, Move move) {
        rows.move(demonstration.id(), move, Optional.empty(), clock.instant());
        if (move == Move.SCORED) {
            bookings.spare(demonstration.id());
        }
        steps.add(viewer, demonstration, move, "");
    }

    private Observation observation(Viewer viewer, Demonstration demonstration, ScoreSheet sheet, PieceId piece) {
        Map<CompetencyId, Double> ratings =
                demonstrations.rubric(demonstration).ratings(sheet.marks(), demonstration.competencies());
        Optional<Demonstration.Work> work = demonstrations.work(demonstration);
        Optional<Claim> claim = claims.of(demonstration);
        return new Observation(
                piece,
                new Observation.Nature(
                        demonstrations
                                .task(demonstration)
                                .map(task -> task.content().form())
                                .orElse(demonstration.way().form()),
                        sheet.depth(),
                        sheet.context(),
                        Purpose.SUMMATIVE),
                viewer.person(),
                shownAt(demonstration, work, claim),
                Optional.of(demonstration.title()),
                Optional.of(sheet.feedback().words()).filter(text -> !text.isEmpty()),
                work.map(Demonstration.Work::artifacts)
                        .or(() -> claim.map(Claim::artifacts))
                        .orElse(List.of()),
                ratings.entrySet().stream()
                        .map(rating -> new Observation.Rating(
                                demonstration.student(), rating.getKey(), Result.rated(rating.getValue())))
                        .toList());
    }

    /** When it was handed in or was shown elsewhere; what is neither was shown at the agreed time, or by now. */
    private Instant shownAt(Demonstration demonstration, Optional<Demonstration.Work> work, Optional<Claim> claim) {
        Instant now = clock.instant();
        return work.map(Demonstration.Work::at)
                .or(() -> claim.map(c -> SchoolTime.at(c.learntOn().atTime(LocalTime.NOON))))
                .or(demonstration::meetsAt)
                .filter(at -> at.isBefore(now))
                .orElse(now);
    }
}
