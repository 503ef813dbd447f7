package org.ownpath.northside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.roster.RosterDraft;

/** A small district beside Northside, so that the boundary between districts can be seen. */
final class SouthfieldRoster {

    private static final List<String> STUDENTS = List.of(
            "Ines Castro",
            "Bilal Haddad",
            "Freya Lund",
            "Kofi Mensah",
            "Lina Petrova",
            "Mateo Rivas",
            "Nora Quinn",
            "Oskar Weiss",
            "Pilar Soto",
            "Rafi Cohen",
            "Sana Iqbal",
            "Theo Marchand");

    private SouthfieldRoster() {}

    static RosterDraft draft() {
        List<RosterDraft.Member> people = new ArrayList<>();
        List<RosterDraft.Enrolment> enrolments = new ArrayList<>();
        people.add(person("Greta Holm", Role.TEACHER, Optional.empty(), Optional.empty()));
        people.add(person("Samuel Adeyemi", Role.LEADER, Optional.empty(), Optional.empty()));
        people.add(person("Irene Castellan", Role.ADMINISTRATOR, Optional.empty(), Optional.empty()));
        people.add(person("Paula Castro", Role.FAMILY, Optional.empty(), Optional.empty()));
        enrolments.add(enrolment("Greta Holm", Role.TEACHER));
        for (int i = 0; i < STUDENTS.size(); i++) {
            int age = 9 + i / 4;
            people.add(person(
                    STUDENTS.get(i),
                    Role.STUDENT,
                    Optional.of(LocalDate.of(2026 - age, 1 + i % 9, 3 + i)),
                    Optional.of(String.valueOf(age - 5))));
            enrolments.add(enrolment(STUDENTS.get(i), Role.STUDENT));
        }
        return new RosterDraft(
                "southfield",
                true,
                List.of(new RosterDraft.School(key("southfield-academy"), "Southfield Academy", "school")),
                people,
                List.of(new RosterDraft.Group(
                        key("Workshop"), Optional.of("southfield-academy"), "Workshop", "class", Optional.empty())),
                enrolments,
                List.of(new RosterDraft.Guardian(
                        key("castro"), address("Paula Castro"), address("Ines Castro"), "mother")));
    }

    private static RosterDraft.Member person(
            String name, Role role, Optional<LocalDate> birth, Optional<String> grade) {
        String[] parts = name.split(" ");
        return new RosterDraft.Member(
                key(address(name)), parts[0], parts[1], Optional.of(address(name)), birth, grade, Set.of(role));
    }

    private static RosterDraft.Enrolment enrolment(String name, Role role) {
        return new RosterDraft.Enrolment(
                key("Workshop " + address(name)), "Workshop", address(name), role, Optional.empty(), Optional.empty());
    }

    private static String address(String name) {
        String[] parts = name.split(" ");
        return SchoolRoster.address(parts[0], parts[1], "southfield.example");
    }

    private static RosterDraft.Key key(String sourceId) {
        return new RosterDraft.Key(sourceId, new RosterDraft.Origin("southfield", 0), false);
    }
}
