package org.ownpath.portal.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Recall;
import org.ownpath.assessment.Requests;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which short checks are worth a teacher's time now: one for each student, what is needed next before the rest. */
@Component
class DueChecks {

    /** The most checks that are worth proposing at a time. */
    static final int AT_ONCE = 12;

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final LedgerReading ledger;
    private final Requests requests;
    private final Clock clock;

    DueChecks(
            Access access,
            Roster roster,
            Frameworks frameworks,
            Mastery mastery,
            LedgerReading ledger,
            Requests requests,
            Clock clock) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.ledger = ledger;
        this.requests = requests;
        this.clock = clock;
    }

    List<DueCheck> of(Viewer viewer, StudyGroup group) {
        Map<StudentId, Person> students = recordable(viewer, group);
        Curriculum curriculum = frameworks.curriculum();
        List<Competency> competencies = curriculum.inUse().stream()
                .filter(c -> group.subjects().isEmpty() || group.subjects().contains(c.subject()))
                .toList();
        Map<StudentId, Set<CompetencyId>> mastered = mastered(students.keySet(), competencies);
        Set<Showing> showings = mastered.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(c -> new Showing(e.getKey(), c)))
                .collect(Collectors.toSet());
        Map<StudentId, DueCheck> first = new HashMap<>();
        ledger.histories(showings)
                .forEach((showing, history) -> check(students, mastered, showing, history)
                        .ifPresent(check -> first.merge(
                                showing.student(),
                                check,
                                (one, other) -> DueCheck.URGENT.compare(one, other) <= 0 ? one : other)));
        return first.values().stream().sorted(DueCheck.URGENT).limit(AT_ONCE).toList();
    }

    private Map<StudentId, Person> recordable(Viewer viewer, StudyGroup group) {
        List<Person> all = roster.studentsOf(group.id());
        Set<StudentId> recordable =
                access.recordable(viewer, all.stream().map(Person::student).toList());
        return all.stream()
                .filter(person -> recordable.contains(person.student()))
                .collect(Collectors.toMap(Person::student, person -> person));
    }

    private Map<StudentId, Set<CompetencyId>> mastered(Set<StudentId> students, List<Competency> competencies) {
        Map<StudentId, Set<CompetencyId>> mastered = new HashMap<>();
        mastery.of(students, competencies.stream().map(Competency::id).toList()).stream()
                .filter(standing -> standing.state().standing())
                .forEach((Standing standing) -> mastered.computeIfAbsent(standing.student(), s -> new HashSet<>())
                        .add(standing.competency()));
        return mastered;
    }

    private Optional<DueCheck> check(
            Map<StudentId, Person> students,
            Map<StudentId, Set<CompetencyId>> mastered,
            Showing showing,
            History history) {
        Curriculum curriculum = frameworks.curriculum();
        Competency competency = curriculum.competency(showing.competency()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        Set<CompetencyId> known = mastered.getOrDefault(showing.student(), Set.of());
        return Recall.of(history.standing(), curriculum.scaleOf(competency), today)
                .filter(recall -> recall.chance() < requests.recallToCheck(competency))
                .flatMap(recall -> Stream.ofNullable(students.get(showing.student()))
                        .map(student -> new DueCheck(student, competency, recall, next(curriculum, competency, known)))
                        .findFirst());
    }

    /** What it is needed for next: whatever builds on it and is not mastered. */
    private static List<Competency> next(Curriculum curriculum, Competency competency, Set<CompetencyId> known) {
        return curriculum.all(curriculum.graph().dependents(competency.id())).stream()
                .filter(after -> !known.contains(after.id()))
                .sorted(Comparator.comparingInt(Competency::position))
                .limit(2)
                .toList();
    }
}
