package org.ownpath.access;

import static org.ownpath.access.Reach.ANYBODY;
import static org.ownpath.access.Reach.DISTRICT;
import static org.ownpath.access.Reach.ONESELF;
import static org.ownpath.access.Reach.OWN_CHILDREN;
import static org.ownpath.access.Reach.OWN_STUDENTS;
import static org.ownpath.access.Role.ADMINISTRATOR;
import static org.ownpath.access.Role.FAMILY;
import static org.ownpath.access.Role.LEADER;
import static org.ownpath.access.Role.STUDENT;
import static org.ownpath.access.Role.TEACHER;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which roles something is allowed, and about whom to each.
 *
 * @param withoutSignIn whether nobody needs to say who they are
 */
record Allowed(Map<Role, Reach> reach, boolean withoutSignIn) {

    private static final Map<Role, Reach> OFFICE = Map.of(LEADER, DISTRICT, ADMINISTRATOR, DISTRICT);

    static Allowed toAnybody() {
        return new Allowed(
                Map.of(STUDENT, ANYBODY, FAMILY, ANYBODY, TEACHER, ANYBODY, LEADER, ANYBODY, ADMINISTRATOR, ANYBODY),
                true);
    }

    /** To everybody signed in, about the school's common things. */
    static Allowed toEverybody() {
        return to(OFFICE).and(STUDENT, DISTRICT).and(FAMILY, DISTRICT).and(TEACHER, DISTRICT);
    }

    /** To everybody signed in, about what is theirs. */
    static Allowed toEachOwn() {
        return to(Map.of(STUDENT, ONESELF, FAMILY, ONESELF, TEACHER, ONESELF, LEADER, ONESELF, ADMINISTRATOR, ONESELF));
    }

    static Allowed toStudents() {
        return to(Map.of(STUDENT, ONESELF));
    }

    static Allowed toFamilies() {
        return to(Map.of(FAMILY, OWN_CHILDREN));
    }

    static Allowed toFamiliesAndAdministrators() {
        return toAdministrators().and(FAMILY, OWN_CHILDREN);
    }

    /** To those who belong to a student: the student, the family, the teachers, and whoever leads the school. */
    static Allowed toTheStudentsPeople() {
        return toTheStudentAndStaff().and(FAMILY, OWN_CHILDREN);
    }

    static Allowed toTheStudentAndStaff() {
        return toTeachersOfTheStudent().and(STUDENT, ONESELF);
    }

    static Allowed toTheStudentAndOffice() {
        return toLeaders().and(STUDENT, ONESELF);
    }

    static Allowed toTheStudentFamilyAndOffice() {
        return toTheStudentAndOffice().and(FAMILY, OWN_CHILDREN);
    }

    static Allowed toTeachersOfTheStudent() {
        return toLeaders().and(TEACHER, OWN_STUDENTS);
    }

    /** To the staff, about things that teachers share. */
    static Allowed toStaff() {
        return toLeaders().and(TEACHER, DISTRICT);
    }

    /** To the staff, teachers about what they made themselves. */
    static Allowed toItsMakerAndOffice() {
        return toLeaders().and(TEACHER, ONESELF);
    }

    /** To the staff, each about their own. */
    static Allowed toStaffEachOwn() {
        return to(Map.of(TEACHER, ONESELF, LEADER, ONESELF, ADMINISTRATOR, ONESELF));
    }

    static Allowed toLeaders() {
        return to(OFFICE);
    }

    static Allowed toAdministrators() {
        return to(Map.of(ADMINISTRATOR, DISTRICT));
    }

    /** About whom this role may do it; empty when it may not at all. */
    Optional<Reach> reach(Role role) {
        return Optional.ofNullable(reach.get(role));
    }

    Set<Role> roles() {
        return reach.keySet();
    }

    private static Allowed to(Map<Role, Reach> reach) {
        return new Allowed(reach, false);
    }

    private Allowed and(Role role, Reach about) {
        return to(java.util.stream.Stream.concat(reach.entrySet().stream(), Map.of(role, about).entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
