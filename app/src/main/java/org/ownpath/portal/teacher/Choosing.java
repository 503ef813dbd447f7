package org.ownpath.portal.teacher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Pathway;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads whom and what an address or a form chooses; what it cannot choose is told, never guessed. */
@Component
class Choosing {

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Pathway pathway;

    Choosing(Access access, Roster roster, Frameworks frameworks, Pathway pathway) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.pathway = pathway;
    }

    Chooser choose(Viewer viewer, MultiValueMap<String, String> fields) {
        List<String> problems = new ArrayList<>();
        Curriculum curriculum = frameworks.curriculum();
        Optional<Person> one = one(viewer, Fields.stripped(fields, "student"), problems);
        List<StudyGroup> groups = roster.groupsFor(viewer);
        Optional<StudyGroup> group =
                one.isPresent() ? Optional.empty() : group(groups, Fields.stripped(fields, "group"), problems);
        List<Person> students = one.map(List::of)
                .or(() -> group.map(g -> recordable(viewer, roster.studentsOf(g.id()))))
                .orElse(List.of());
        List<Competency> asked = competencies(curriculum, fields, problems);
        String subject = subject(curriculum, group, asked, Fields.stripped(fields, "subject"), problems);
        List<Competency> chosen =
                asked.stream().filter(c -> c.subject().equals(subject)).toList();
        checkTogether(curriculum, chosen).ifPresent(problems::add);
        String level = Fields.stripped(fields, "level");
        Predicate<Competency> levelHolds = levels(students, subject, level, problems);
        return new Chooser(
                groups,
                group,
                one,
                students,
                curriculum.subjects(),
                subject,
                curriculum.levelsOf(subject),
                level,
                Stream.concat(
                                chosen.stream(),
                                curriculum.ofSubject(subject).stream().filter(levelHolds))
                        .distinct()
                        .toList(),
                chosen,
                List.copyOf(problems));
    }

    private Optional<Person> one(Viewer viewer, String text, List<String> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> found = Fields.id(text, PersonId::of)
                .flatMap(roster::person)
                .filter(person -> !recordable(viewer, List.of(person)).isEmpty());
        if (found.isEmpty()) {
            problems.add("'" + text + "' names no student of yours. Choose one of your groups.");
        }
        return found;
    }

    private static Optional<StudyGroup> group(List<StudyGroup> groups, String text, List<String> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<StudyGroup> found = Fields.id(text, GroupId::of)
                .flatMap(id -> groups.stream().filter(g -> g.id().equals(id)).findFirst());
        if (found.isEmpty()) {
            problems.add("'" + text + "' names no group of yours. Choose one of your groups.");
        }
        return found;
    }

    private static List<Competency> competencies(
            Curriculum curriculum, MultiValueMap<String, String> fields, List<String> problems) {
        List<Competency> found = new ArrayList<>();
        for (String text : Set.copyOf(fields.getOrDefault("competency", List.of()))) {
            Fields.id(text, CompetencyId::of)
                    .flatMap(curriculum::competency)
                    .ifPresentOrElse(
                            found::add,
                            () -> problems.add("'" + text
                                    + "' names no competency of the frameworks here. Choose from the list."));
        }
        found.sort(java.util.Comparator.comparingInt((Competency c) -> c.level().orElse(GradeLevel.HIGHEST + 1))
                .thenComparingInt(Competency::position));
        return found;
    }

    /** The subject asked for; else that of the competencies asked for, of the group, or the first. */
    private static String subject(
            Curriculum curriculum,
            Optional<StudyGroup> group,
            List<Competency> asked,
            String text,
            List<String> problems) {
        if (!text.isEmpty() && !curriculum.subjects().contains(text)) {
            problems.add("'" + text + "' is no subject of the frameworks here. Choose one from the list.");
        }
        return Stream.of(
                        Stream.of(text),
                        asked.stream().map(Competency::subject),
                        group.stream().flatMap(g -> g.subjects().stream()),
                        curriculum.subjects().stream())
                .flatMap(subjects -> subjects)
                .filter(curriculum.subjects()::contains)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> checkTogether(Curriculum curriculum, List<Competency> chosen) {
        if (chosen.size() > Chooser.MOST) {
            return Optional.of(chosen.size() + " competencies are too many for one form. Choose up to " + Chooser.MOST
                    + ", and record the others as a piece of their own.");
        }
        List<String> scales = chosen.stream()
                .map(curriculum::scaleOf)
                .distinct()
                .map(scale -> "'" + scale.name() + "'")
                .toList();
        return scales.size() > 1
                ? Optional.of("The competencies chosen are rated on different scales: " + String.join(", ", scales)
                        + ". Choose those of one scale, and record the others as a piece of their own.")
                : Optional.empty();
    }

    private Predicate<Competency> levels(List<Person> students, String subject, String text, List<String> problems) {
        if (text.equals(Chooser.ALL_LEVELS)) {
            return competency -> true;
        }
        OptionalInt asked = GradeLevel.read(text);
        if (asked.isPresent()) {
            return competency -> competency.level().equals(asked);
        }
        if (!text.isEmpty()) {
            problems.add("'" + text + "' is no level. Choose one from the list.");
        }
        Set<Integer> working =
                pathway.positions(students.stream().map(Person::student).toList(), subject).values().stream()
                        .map(position -> position.workingLevel())
                        .collect(Collectors.toSet());
        return competency -> competency.level().isEmpty()
                || working.isEmpty()
                || working.contains(competency.level().getAsInt());
    }

    private List<Person> recordable(Viewer viewer, List<Person> students) {
        Set<StudentId> recordable =
                access.recordable(viewer, students.stream().map(Person::student).toList());
        return students.stream().filter(s -> recordable.contains(s.student())).toList();
    }
}
