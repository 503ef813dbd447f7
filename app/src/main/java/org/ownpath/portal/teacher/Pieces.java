package org.ownpath.portal.teacher;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.DesignChoices;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.RatedOn;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Puts together what is known of a piece, for those of its students whom the viewer may see. */
@Component
class Pieces {

    private final Access access;
    private final LedgerReading ledger;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final DesignChoices choices;
    private final Attachments attachments;
    private final Clock clock;

    Pieces(
            Access access,
            LedgerReading ledger,
            Roster roster,
            Frameworks frameworks,
            Mastery mastery,
            DesignChoices choices,
            Attachments attachments,
            Clock clock) {
        this.access = access;
        this.ledger = ledger;
        this.roster = roster;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.choices = choices;
        this.attachments = attachments;
        this.clock = clock;
    }

    PieceView view(Viewer viewer, PieceId piece) {
        List<Entry> all = all(viewer, piece);
        List<Entry> entries = visible(viewer, all);
        Map<PersonId, Person> people = people(entries);
        Set<StudentId> standing = students(all.stream().filter(Entry::standing).toList());
        Set<StudentId> recordable = access.recordable(viewer, standing);
        return new PieceView(
                piece,
                entries.get(0),
                rows(entries, people),
                replacements(viewer, entries),
                attachments.files(hashes(entries)),
                new Names(people).of(entries.get(0).observer()),
                recordable.stream()
                        .flatMap(s -> Optional.ofNullable(people.get(s.person())).stream())
                        .sorted(Person.BY_NAME)
                        .toList(),
                recordable.size() == standing.size());
    }

    /** The entries that count, all of which the viewer may correct: otherwise a refusal that says what to do instead. */
    List<Entry> correctable(Viewer viewer, PieceId piece) {
        List<Entry> standing =
                all(viewer, piece).stream().filter(Entry::standing).toList();
        Set<StudentId> students = students(standing);
        if (access.recordable(viewer, students).size() < students.size()) {
            throw new NotAllowed("This piece also rates students who are not yours. "
                    + "Withdraw it for your students, and record anew what they showed.");
        }
        return standing;
    }

    /** One part for each competency, with the students who are rated in it. */
    List<RecordForm.Part> parts(List<Entry> entries) {
        Curriculum curriculum = frameworks.curriculum();
        Map<PersonId, Person> people = people(entries);
        Map<CompetencyId, Set<StudentId>> rated = entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::competency, Collectors.mapping(Entry::student, Collectors.toSet())));
        Collection<Standing> standings = standings(entries).values();
        return rated.keySet().stream()
                .flatMap(id -> curriculum.competency(id).stream())
                .sorted(Comparator.comparingInt(Competency::position))
                .map(c -> RecordForm.Part.of(
                        c,
                        scale(c, curriculum, entries),
                        rated.getOrDefault(c.id(), Set.of()).stream()
                                .flatMap(s -> Optional.ofNullable(people.get(s.person())).stream())
                                .sorted(Person.BY_NAME)
                                .toList(),
                        standings))
                .toList();
    }

    /** The scale as the school tells it, where all that was rated is on it; otherwise that of the framework. */
    private Scale scale(Competency competency, Curriculum curriculum, List<Entry> entries) {
        Scale told = RatedOn.of(competency, curriculum, choices.book(), clock.instant())
                .scale();
        boolean fits = entries.stream()
                .filter(entry -> entry.competency().equals(competency.id()))
                .map(Entry::result)
                .allMatch(result -> !(result instanceof Result.Rated rated) || told.has(rated.value()));
        return fits ? told : curriculum.scaleOf(competency);
    }

    /** The hashes of the files that go with any of the entries. */
    static Set<String> hashes(List<Entry> entries) {
        return entries.stream()
                .flatMap(e -> e.artifacts().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every entry of a piece, if the viewer may see a student of any. */
    private List<Entry> all(Viewer viewer, PieceId piece) {
        access.requireStaff(viewer);
        List<Entry> all = ledger.piece(piece);
        if (visible(viewer, all).isEmpty()) {
            throw new NotFound("This piece of evidence is not here, or not about one of your students.");
        }
        return all;
    }

    private List<Entry> visible(Viewer viewer, List<Entry> entries) {
        Set<StudentId> visible = access.visible(viewer, students(entries));
        return entries.stream().filter(e -> visible.contains(e.student())).toList();
    }

    private List<PieceView.Row> rows(List<Entry> entries, Map<PersonId, Person> people) {
        Curriculum curriculum = frameworks.curriculum();
        Map<Showing, Standing> standings = standings(entries);
        return entries.stream()
                .filter(e -> people.containsKey(e.student().person()))
                .map(e -> new PieceView.Row(
                        e,
                        Objects.requireNonNull(people.get(e.student().person())),
                        curriculum.competency(e.competency()),
                        Optional.ofNullable(standings.get(new Showing(e.student(), e.competency()))),
                        curriculum
                                .competency(e.competency())
                                .map(c -> RatedOn.of(c, curriculum, choices.book(), clock.instant())
                                        .words(e.result()))
                                .orElse(e.result().words())))
                .sorted(PieceView.Row.IN_ORDER)
                .toList();
    }

    /** What has taken the place of the piece, the latest first. */
    private List<PieceView.Replacement> replacements(Viewer viewer, List<Entry> entries) {
        return entries.stream()
                .flatMap(e -> e.replacedBy().stream())
                .distinct()
                .map(by -> visible(viewer, ledger.piece(by)))
                .filter(replacing -> !replacing.isEmpty())
                .map(replacing -> new PieceView.Replacement(
                        replacing.get(0), students(replacing).size()))
                .sorted(Comparator.comparing(
                                (PieceView.Replacement r) -> r.first().recordedAt())
                        .reversed())
                .toList();
    }

    private Map<PersonId, Person> people(List<Entry> entries) {
        return roster.people(entries.stream()
                .flatMap(e -> Stream.of(e.observer(), e.student().person()))
                .collect(Collectors.toSet()));
    }

    private Map<Showing, Standing> standings(List<Entry> entries) {
        Set<CompetencyId> competencies = entries.stream().map(Entry::competency).collect(Collectors.toSet());
        return mastery.of(students(entries), competencies).stream()
                .collect(Collectors.toMap(s -> new Showing(s.student(), s.competency()), s -> s));
    }

    private static Set<StudentId> students(List<Entry> entries) {
        return entries.stream().map(Entry::student).collect(Collectors.toSet());
    }
}
