package org.ownpath.exchange.badges;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for what a student earned elsewhere: brought as a credential that holds, and taken as evidence by a
 * teacher who says of which competencies.
 */
@Component
public class OutsideCredentials {

    private static final int MOST_OF_A_STUDENT = 200;
    private static final int MOST_COMPETENCIES = 30;
    private static final int LONGEST_WORDS = 1000;

    private final Verification verification;
    private final DistrictIssuer issuer;
    private final OutsideRows rows;
    private final Ledger ledger;
    private final Access access;
    private final Turns turns;
    private final Clock clock;

    OutsideCredentials(
            Verification verification,
            DistrictIssuer issuer,
            OutsideRows rows,
            Ledger ledger,
            Access access,
            Turns turns,
            Clock clock) {
        this.verification = verification;
        this.issuer = issuer;
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * What a teacher makes of a credential.
     *
     * @param competencies of what it is evidence; none where it is not taken
     */
    public record Reviewing(Set<CompetencyId> competencies, double rating, Depth depth, String words) {

        /** Keeps its own copy. */
        public Reviewing {
            competencies = Set.copyOf(competencies);
        }
    }

    /** Those that were brought for a student, newest first. */
    public List<OutsideCredential> of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return rows.of(student);
    }

    /** One of them, if its student is one whom the viewer may see. */
    public Optional<OutsideCredential> credential(Viewer viewer, OutsideId id) {
        Optional<OutsideCredential> found = rows.credential(id);
        found.ifPresent(each -> access.requireView(viewer, each.student()));
        return found;
    }

    /** Those that wait for a teacher who may record about the student, longest waiting first. */
    public List<OutsideCredential> waiting(Viewer viewer) {
        List<OutsideCredential> all = rows.waiting();
        Set<StudentId> own = access.recordable(
                viewer, all.stream().map(OutsideCredential::student).collect(Collectors.toSet()));
        return all.stream().filter(each -> own.contains(each.student())).toList();
    }

    /** Brings a credential. Only what holds is taken; the same brought twice is there once. */
    @Transactional
    public Bringing bring(Viewer viewer, StudentId student, String text) {
        access.requireView(viewer, student);
        Verdict verdict = verification.of(text);
        if (verdict instanceof Verdict.Unreadable unreadable) {
            return new Bringing.Refused(unreadable.why());
        }
        Verdict.Checked checked = (Verdict.Checked) verdict;
        Optional<String> problem = problem(checked, student);
        if (problem.isPresent()) {
            return new Bringing.Refused(problem.get());
        }
        OutsideId id = rows.insert(viewer, student, checked, clock.instant());
        access.audit(
                viewer,
                "outside-credential.brought",
                id.toString(),
                checked.claim().name());
        return new Bringing.Brought(id);
    }

    private Optional<String> problem(Verdict.Checked checked, StudentId student) {
        if (checked.claim().kind() == Claim.Kind.ENDORSEMENT) {
            return Optional.of(
                    "This is an endorsement, not something that was earned. Bring the badge or the record itself.");
        }
        if (checked.claim().issuer().id().equals(issuer.name())) {
            return Optional.of("This is by your own school, where what was shown for it counts already.");
        }
        if (!checked.valid()) {
            return checked.objection().map(check -> check.words() + " Ask whoever issued it for a copy that holds.");
        }
        return rows.of(student).size() >= MOST_OF_A_STUDENT
                ? Optional.of("There are " + MOST_OF_A_STUDENT
                        + " credentials already. Ask a teacher to look at those first.")
                : Optional.empty();
    }

    /** A teacher takes it as evidence of competencies, or says why not. Gives why it is not done, if so. */
    @Transactional
    public Optional<String> review(Viewer viewer, OutsideId id, Reviewing reviewing) {
        OutsideCredential credential = credential(viewer, id).orElseThrow();
        access.requireRecord(viewer, Set.of(credential.student()));
        turns.take("outside credential " + id);
        if (rows.credential(id).flatMap(OutsideCredential::review).isPresent()) {
            return Optional.of("Somebody has looked at it already.");
        }
        if (reviewing.words().isBlank() || reviewing.words().length() > LONGEST_WORDS) {
            return Optional.of("Say how you came to it, in up to " + LONGEST_WORDS + " characters.");
        }
        if (reviewing.competencies().size() > MOST_COMPETENCIES) {
            return Optional.of("One credential is evidence of at most " + MOST_COMPETENCIES + " competencies.");
        }
        boolean taken = !reviewing.competencies().isEmpty();
        Optional<String> refused = taken ? recorded(viewer, credential, reviewing) : Optional.empty();
        if (refused.isEmpty()) {
            Optional<PieceId> piece = taken ? Optional.of(piece(credential)) : Optional.empty();
            rows.review(
                    viewer,
                    id,
                    new OutsideRows.Reviewed(piece, reviewing.words().strip(), clock.instant()));
            access.audit(viewer, "outside-credential.reviewed", id.toString(), taken ? "accepted" : "declined");
        }
        return refused;
    }

    /** Records the evidence, or gives why not. */
    private Optional<String> recorded(Viewer viewer, OutsideCredential credential, Reviewing reviewing) {
        if (!(verification.of(credential.content()) instanceof Verdict.Checked checked) || checked.refused()) {
            return Optional.of("It does not hold any more, so that it is no evidence. Say so to the student.");
        }
        Outcome outcome = ledger.record(viewer, observation(viewer, credential, reviewing));
        if (outcome instanceof Outcome.Refused refused) {
            return Optional.of(String.join(" ", refused.reasons()));
        }
        return outcome instanceof Outcome.Conflict conflict ? Optional.of(conflict.reason()) : Optional.empty();
    }

    private static PieceId piece(OutsideCredential credential) {
        return new PieceId(TimeOrdered.named(credential.id().value(), "evidence"));
    }

    /** Dated by when it was earned; its id follows from the credential's, so that it is recorded once. */
    private Observation observation(Viewer viewer, OutsideCredential credential, Reviewing reviewing) {
        Instant now = clock.instant();
        OutsideCredential.About about = credential.about();
        return new Observation(
                piece(credential),
                new Observation.Nature(
                        Form.OUTSIDE_CREDENTIAL, reviewing.depth(), Context.COMMUNITY, Purpose.SUMMATIVE),
                viewer.person(),
                credential.issuedAt().isAfter(now) ? now : credential.issuedAt(),
                Optional.of(shortened(about.name() + ", by " + about.issuer())),
                Optional.of(reviewing.words().strip()),
                List.of(),
                reviewing.competencies().stream()
                        .map(competency -> new Observation.Rating(
                                credential.student(), competency, Result.rated(reviewing.rating())))
                        .toList());
    }

    private static String shortened(String task) {
        return task.length() <= 200 ? task : task.substring(0, 199) + "…";
    }
}
