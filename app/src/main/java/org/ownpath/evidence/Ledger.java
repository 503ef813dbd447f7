package org.ownpath.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of evidence: recording, correcting and withdrawing. Nothing that was stored is ever changed. */
@Component
public class Ledger {

    private final LedgerRows rows;
    private final LedgerReading reading;
    private final List<LedgerFollower> followers;
    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final DesignChoices choices;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Ledger(
            LedgerRows rows,
            LedgerReading reading,
            List<LedgerFollower> followers,
            Access access,
            Roster roster,
            Frameworks frameworks,
            DesignChoices choices,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.reading = reading;
        this.followers = followers;
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.choices = choices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Records a piece of evidence. */
    public Outcome record(Viewer viewer, Observation observation) {
        return store(viewer, observation, Optional.empty());
    }

    /**
     * Records a piece in the place of another, for the students and competencies that it rates; whatever else the
     * other piece rated is withdrawn with the same reason.
     */
    public Outcome correct(Viewer viewer, PieceId wrong, Observation right, String reason) {
        if (reason.isBlank()) {
            return new Outcome.Refused(List.of("A correction needs a reason. Write why the piece was wrong."));
        }
        return store(viewer, right, Optional.of(new LedgerRows.Replacement(wrong, reason.strip())));
    }

    /** Takes a piece back, for all students or for some. It stays in the ledger and counts no more. */
    public Outcome withdraw(Viewer viewer, PieceId piece, Optional<Set<StudentId>> students, String reason) {
        if (reason.isBlank()) {
            return new Outcome.Refused(List.of("A withdrawal needs a reason. Write why the piece should not count."));
        }
        List<Entry> standing = standing(piece).stream()
                .filter(e -> students.isEmpty() || students.get().contains(e.student()))
                .toList();
        if (standing.isEmpty()) {
            return new Outcome.Conflict(piece, "This piece has been replaced or withdrawn already, or is not there.");
        }
        access.requireRecord(viewer, students(standing));
        return inTransaction(piece, () -> {
            PieceId withdrawal = PieceId.next();
            tell(withdraw(viewer, standing, withdrawal, new LedgerRows.Replacement(piece, reason.strip())));
            access.audit(viewer, "evidence.withdrawn", piece.toString(), reason.strip());
            return new Outcome.Stored(withdrawal, standing.size());
        });
    }

    private Outcome store(Viewer viewer, Observation observation, Optional<LedgerRows.Replacement> replacement) {
        Curriculum curriculum = frameworks.curriculum();
        Instant now = clock.instant();
        Acceptance acceptance = new Acceptance(choices.book(), curriculum);
        List<String> reasons = Stream.of(
                        ObservationCheck.found(observation, curriculum, now),
                        replacement.isPresent() ? List.<Reason>of() : acceptance.reasons(observation, now),
                        acceptance.reasonsAgainst(viewer.roles(), observation, now))
                .flatMap(List::stream)
                .map(Reason::text)
                .toList();
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        Set<StudentId> students =
                observation.ratings().stream().map(Observation.Rating::student).collect(Collectors.toSet());
        access.requireRecord(viewer, students);
        if (viewer.seesWholeDistrict() && !roster.knows(people(students))) {
            return new Outcome.Refused(List.of("One of the students is not on the roster. Pick students who are."));
        }
        return inTransaction(observation.piece(), () -> add(viewer, observation, replacement, now, curriculum));
    }

    private Outcome add(
            Viewer viewer,
            Observation observation,
            Optional<LedgerRows.Replacement> replacement,
            Instant now,
            Curriculum curriculum) {
        Set<Showing> touched =
                observation.ratings().stream().map(Observation.Rating::showing).collect(Collectors.toSet());
        List<Entry> replaced = replacement.map(r -> standing(r.of())).orElse(List.of());
        if (replacement.isPresent() && replaced.isEmpty()) {
            return new Outcome.Conflict(
                    replacement.get().of(), "This piece has been replaced or withdrawn already, or is not there.");
        }
        if (replacement.isPresent()) {
            access.requireRecord(viewer, students(replaced));
        }
        if (replacement.isPresent() && !showings(replaced).containsAll(touched)) {
            return new Outcome.Refused(List.of("The correction rates somebody or something that the piece it corrects "
                    + "does not. Record that as a piece of its own."));
        }
        Map<Showing, History> histories = new HashMap<>(rows.add(
                viewer,
                new LedgerRows.Addition(observation, editions(observation, curriculum), replacement, false, now)));
        if (histories.isEmpty()) {
            return alreadyThere(observation);
        }
        int added = histories.size();
        List<Entry> dropped = replaced.stream()
                .filter(e -> !touched.contains(new Showing(e.student(), e.competency())))
                .toList();
        if (!dropped.isEmpty()) {
            histories.putAll(withdraw(viewer, dropped, PieceId.next(), replacement.orElseThrow()));
        }
        tell(histories);
        replacement.ifPresent(
                why -> access.audit(viewer, "evidence.corrected", why.of().toString(), why.reason()));
        return new Outcome.Stored(observation.piece(), added);
    }

    private static Map<CompetencyId, EditionId> editions(Observation observation, Curriculum curriculum) {
        return observation.ratings().stream()
                .map(Observation.Rating::competency)
                .distinct()
                .collect(Collectors.toMap(competency -> competency, curriculum::editionOf));
    }

    private Map<Showing, History> withdraw(
            Viewer viewer, List<Entry> entries, PieceId withdrawal, LedgerRows.Replacement replacement) {
        Entry first = entries.get(0);
        Observation shell = new Observation(
                withdrawal,
                first.nature(),
                viewer.person(),
                first.shownAt(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                entries.stream()
                        .map(e -> new Observation.Rating(e.student(), e.competency(), e.result()))
                        .toList());
        Map<CompetencyId, EditionId> editions =
                entries.stream().collect(Collectors.toMap(Entry::competency, Entry::edition, (one, same) -> one));
        return rows.add(
                viewer, new LedgerRows.Addition(shell, editions, Optional.of(replacement), true, clock.instant()));
    }

    private Outcome alreadyThere(Observation observation) {
        List<Entry> known = reading.piece(observation.piece());
        return SameAs.sameAs(known, observation)
                ? new Outcome.AlreadyStored(observation.piece())
                : new Outcome.Conflict(
                        observation.piece(),
                        "Another piece with this id is in the ledger already. "
                                + "Give this one an id of its own, or correct the other.");
    }

    private Outcome inTransaction(PieceId piece, java.util.function.Supplier<Outcome> work) {
        try {
            Outcome outcome = transaction.execute(status -> {
                Outcome inside = work.get();
                if (!(inside instanceof Outcome.Stored)) {
                    status.setRollbackOnly();
                }
                return inside;
            });
            return java.util.Objects.requireNonNull(outcome);
        } catch (DuplicateKeyException somebodyWasFaster) {
            return new Outcome.Conflict(
                    piece,
                    "Somebody has recorded or replaced the same piece at the same moment. "
                            + "Look at it again before you decide.");
        }
    }

    private List<Entry> standing(PieceId piece) {
        return reading.piece(piece).stream().filter(Entry::standing).toList();
    }

    private void tell(Map<Showing, History> touched) {
        followers.forEach(follower -> follower.recorded(touched));
    }

    private static Set<Showing> showings(Collection<Entry> entries) {
        return entries.stream()
                .map(e -> new Showing(e.student(), e.competency()))
                .collect(Collectors.toSet());
    }

    private static Set<StudentId> students(Collection<Entry> entries) {
        return entries.stream().map(Entry::student).collect(Collectors.toSet());
    }

    private static Set<org.ownpath.shared.PersonId> people(Set<StudentId> students) {
        return students.stream().map(StudentId::person).collect(Collectors.toSet());
    }
}
