package org.ownpath.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ownpath.roster.Person;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;

/** The tallies of the grade labels, ages and groups that each student belongs to. */
final class Subgroups {

    private final Map<String, Tally> grades = new TreeMap<>(
            Comparator.comparingInt((String label) -> GradeLevel.read(label).orElse(99))
                    .thenComparing(Comparator.naturalOrder()));
    private final Map<Integer, Tally> ages = new TreeMap<>();
    private final Map<GroupId, Tally> groups = new HashMap<>();
    private final Map<StudentId, List<Tally>> ofStudent = new HashMap<>();

    private Subgroups() {}

    static Subgroups of(Collection<Person> students, Map<StudentId, List<StudyGroup>> memberships, LocalDate today) {
        Subgroups subgroups = new Subgroups();
        for (Person student : students) {
            List<Tally> tallies = new ArrayList<>();
            student.gradeLabel().ifPresent(label -> tallies.add(subgroups.grades.computeIfAbsent(label, Tally::new)));
            student.ageOn(today)
                    .ifPresent(age -> tallies.add(subgroups.ages.computeIfAbsent(age, a -> new Tally(a + " years"))));
            for (StudyGroup group : memberships.getOrDefault(student.student(), List.of())) {
                tallies.add(subgroups.groups.computeIfAbsent(group.id(), id -> new Tally(group.name())));
            }
            subgroups.ofStudent.put(student.student(), tallies);
        }
        return subgroups;
    }

    List<Tally> of(StudentId student) {
        return ofStudent.getOrDefault(student, List.of());
    }

    void close() {
        grades.values().forEach(Tally::close);
        ages.values().forEach(Tally::close);
        groups.values().forEach(Tally::close);
    }

    List<Comparison.Line> grades() {
        return Tally.lines(grades.values());
    }

    List<Comparison.Line> ages() {
        return Tally.lines(ages.values());
    }

    List<Comparison.Line> groups() {
        return Tally.lines(groups.values()).stream()
                .sorted(Comparator.comparing(Comparison.Line::label))
                .toList();
    }
}
