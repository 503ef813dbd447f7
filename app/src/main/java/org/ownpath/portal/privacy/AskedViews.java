package org.ownpath.portal.privacy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.CorrectionRequest;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Dates;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Puts requests to correct a record together with the people and the evidence that they name. */
@Component
class AskedViews {

    private static final int LATEST = 60;

    private final LedgerReading ledger;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Access access;
    private final Clock clock;

    AskedViews(LedgerReading ledger, Roster roster, Frameworks frameworks, Access access, Clock clock) {
        this.ledger = ledger;
        this.roster = roster;
        this.frameworks = frameworks;
        this.access = access;
        this.clock = clock;
    }

    List<AskedView> of(List<CorrectionRequest> requests) {
        Set<PersonId> people = requests.stream()
                .flatMap(request -> Stream.of(request.student().person(), request.askedBy()))
                .collect(Collectors.toSet());
        Map<PersonId, Person> known = roster.people(people);
        Names names = new Names(known);
        return requests.stream()
                .flatMap(request -> Optional.ofNullable(
                                known.get(request.student().person()))
                        .stream()
                        .map(student -> view(request, student, names)))
                .toList();
    }

    private AskedView view(CorrectionRequest request, Person student, Names names) {
        Optional<Entry> entry = request.wish().piece().flatMap(piece -> entry(request.student(), piece));
        return new AskedView(
                request,
                student,
                names.of(request.askedBy()),
                entry.map(each -> words(each, frameworks.curriculum())).orElse(""),
                entry);
    }

    /** The latest evidence of a student to choose from: the id of each piece, and what it is in words. */
    Map<String, String> choices(StudentId student) {
        Curriculum curriculum = frameworks.curriculum();
        Map<String, String> choices = new LinkedHashMap<>();
        ledger.latest(student, LATEST)
                .forEach(entry -> choices.putIfAbsent(entry.piece().toString(), words(entry, curriculum)));
        return choices;
    }

    /** Whether a piece of evidence is about this student. */
    boolean about(Viewer viewer, StudentId student, PieceId piece) {
        access.requireView(viewer, student);
        return entry(student, piece).isPresent();
    }

    CorrectionRequest.Answer answer(Viewer viewer, AskedView view, boolean agreed, String reason) {
        return new CorrectionRequest.Answer(
                viewer.person(), clock.instant(), agreed, reason, agreed ? view.replacement() : Optional.empty());
    }

    String answeredBy(CorrectionRequest request) {
        return request.answer()
                .map(answer -> Names.of(roster, Set.of(answer.by())).of(answer.by()))
                .orElse("");
    }

    Person person(StudentId student) {
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }

    private Optional<Entry> entry(StudentId student, PieceId piece) {
        return ledger.piece(piece).stream()
                .filter(entry -> entry.student().equals(student))
                .findFirst();
    }

    private static String words(Entry entry, Curriculum curriculum) {
        return Dates.words(entry.shownAt()) + ": "
                + curriculum
                        .competency(entry.competency())
                        .map(Competency::title)
                        .orElse("a competency of before")
                + ", " + entry.nature().form().words() + ", " + entry.result().words();
    }
}
