package org.ownpath.northside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ownpath.access.Role;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/** Who sees a student at work: the teachers of the student's own groups. */
final class Observers {

    private final Map<StudentId, List<Teaching>> teachings = new HashMap<>();
    private final List<PersonId> teachers;

    private Observers(List<PersonId> teachers) {
        this.teachers = teachers;
    }

    private record Teaching(PersonId teacher, StudyGroup group) {}

    /** A query for each group and teacher, none for a student. */
    static Observers of(Roster roster, List<Person> everybody) {
        List<PersonId> teachers = everybody.stream()
                .filter(p -> p.roles().contains(Role.TEACHER))
                .map(Person::id)
                .toList();
        Observers observers = new Observers(teachers);
        for (PersonId teacher : teachers) {
            for (StudyGroup group : roster.groupsTaughtBy(teacher)) {
                roster.studentsOf(group.id())
                        .forEach(student -> observers
                                .teachings
                                .computeIfAbsent(student.student(), first -> new ArrayList<>())
                                .add(new Teaching(teacher, group)));
            }
        }
        return observers;
    }

    /** A teacher of the subject, now and then one who teaches the student everything; the latter where there is none. */
    PersonId of(StudentId student, String subject, Random random) {
        List<Teaching> own = teachings.getOrDefault(student, List.of());
        List<PersonId> specialists = own.stream()
                .filter(teaching -> teaching.group().subjects().contains(subject))
                .map(Teaching::teacher)
                .toList();
        List<PersonId> generalists = own.stream()
                .filter(teaching -> teaching.group().subjects().isEmpty())
                .map(Teaching::teacher)
                .toList();
        boolean special = !specialists.isEmpty() && (generalists.isEmpty() || random.nextInt(6) > 0);
        return any(special ? specialists : generalists.isEmpty() ? teachers : generalists, random);
    }

    /** Whether this person teaches the student in some group. */
    boolean teaches(PersonId person, StudentId student) {
        return teachings.getOrDefault(student, List.of()).stream()
                .anyMatch(teaching -> teaching.teacher().equals(person));
    }

    private static PersonId any(List<PersonId> people, Random random) {
        return people.get(random.nextInt(people.size()));
    }
}
