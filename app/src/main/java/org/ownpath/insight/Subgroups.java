package org.ownpath.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ownpath.roster.Person;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;

/**
 * The grade labels, ages and groups that each student belongs to.
 *
 * @param <T> what counts in each
 */
final class Subgroups<T> {

    private final Map<String, T> grades = new TreeMap<>(
            Comparator.comparingInt((String label) -> GradeLevel.read(label).orElse(99))
                    .thenComparing(Comparator.naturalOrder()));
    private final Map<Integer, T> ages = new TreeMap<>();
    private final Map<GroupId, T> groups = new HashMap<>();
    private final Map<StudentId, List<T>> ofStudent = new HashMap<>();

    private Subgroups() {}

    /** Those of these students, each beginning with a count of its own. */
    static <T> Subgroups<T> of(
            Function<String, T> begin,
            Collection<Person> students,
            Map<StudentId, List<StudyGroup>> memberships,
            LocalDate today) {
        Subgroups<T> subgroups = new Subgroups<>();
        for (Person student : students) {
            List<T> counts = new ArrayList<>();
            student.gradeLabel().ifPresent(label -> counts.add(subgroups.grades.computeIfAbsent(label, begin)));
            student.ageOn(today)
                    .ifPresent(age -> counts.add(subgroups.ages.computeIfAbsent(age, a -> begin.apply(a + " years"))));
            for (StudyGroup group : memberships.getOrDefault(student.student(), List.of())) {
                counts.add(subgroups.groups.computeIfAbsent(group.id(), id -> begin.apply(group.name())));
            }
            subgroups.ofStudent.put(student.student(), counts);
        }
        return subgroups;
    }

    List<T> of(StudentId student) {
        return ofStudent.getOrDefault(student, List.of());
    }

    Collection<T> grades() {
        return grades.values();
    }

    Collection<T> ages() {
        return ages.values();
    }

    Collection<T> groups() {
        return groups.values();
    }
}
