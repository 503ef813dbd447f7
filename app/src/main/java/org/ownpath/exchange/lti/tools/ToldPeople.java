package org.ownpath.exchange.lti.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.roster.Consents;
import org.ownpath.roster.Person;
import org.ownpath.roster.Purpose;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Of whom a tool may be told: of students only as far as their families let the school name them to others. */
@Component
class ToldPeople {

    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

    private final Consents consents;

    ToldPeople(Consents consents) {
        this.consents = consents;
    }

    /** Those of these people whom the school may name to others. */
    List<Person> nameable(Collection<Person> people) {
        List<StudentId> students = people.stream()
                .filter(ToldPeople::isStudent)
                .map(Person::student)
                .toList();
        Set<StudentId> allowed =
                students.isEmpty() ? Set.of() : new HashSet<>(consents.allowing(students, Purpose.DIRECTORY));
        return people.stream()
                .filter(person -> !isStudent(person) || allowed.contains(person.student()))
                .toList();
    }

    private static boolean isStudent(Person person) {
        return person.roles().contains(Role.STUDENT);
    }

    /** The roles that somebody has in a class, as the standard names them. */
    static List<String> roles(Set<Role> roles) {
        List<String> named = new ArrayList<>();
        if (roles.contains(Role.STUDENT)) {
            named.add(MEMBERSHIP + "Learner");
        }
        if (roles.contains(Role.TEACHER)) {
            named.add(MEMBERSHIP + "Instructor");
        }
        if (roles.contains(Role.LEADER) || roles.contains(Role.ADMINISTRATOR)) {
            named.add(MEMBERSHIP + "Administrator");
        }
        return named.isEmpty() ? List.of(MEMBERSHIP + "Mentor") : named;
    }
}
