package org.ownpath.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Role;

/** A row of a draft, for the table it goes to: plain values by column, references as keys of the source. */
record RosterRow(RosterTable table, RosterDraft.Key key, Map<String, @Nullable Object> values) {

    /** A value that names a row of another table by its key in the source. */
    record Reference(RosterTable to, String sourceId, String column) {}

    static List<RosterRow> of(RosterTable table, RosterDraft draft) {
        return switch (table) {
            case SCHOOL -> draft.schools().stream().map(RosterRow::of).toList();
            case PERSON -> draft.people().stream().map(RosterRow::of).toList();
            case GROUP -> draft.groups().stream().map(RosterRow::of).toList();
            case MEMBERSHIP -> draft.enrolments().stream().map(RosterRow::of).toList();
            case GUARDIANSHIP -> draft.guardians().stream().map(RosterRow::of).toList();
            case DEMOGRAPHICS ->
                draft.demographics().stream().map(RosterRow::of).toList();
        };
    }

    private static RosterRow of(RosterDraft.School school) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", school.name());
        values.put("kind", school.kind());
        return new RosterRow(RosterTable.SCHOOL, school.key(), values);
    }

    private static RosterRow of(RosterDraft.Member person) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("given_name", person.givenName());
        values.put("family_name", person.familyName());
        values.put("email", person.email().orElse(null));
        values.put("birth_date", person.birthDate().orElse(null));
        values.put("grade_label", person.gradeLabel().orElse(null));
        values.put("roles", person.roles().stream().map(Role::code).sorted().toList());
        return new RosterRow(RosterTable.PERSON, person.key(), values);
    }

    private static RosterRow of(RosterDraft.Group group) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(
                "school_id",
                group.school()
                        .map(school -> new Reference(RosterTable.SCHOOL, school, "school"))
                        .orElse(null));
        values.put("name", group.name());
        values.put("kind", group.kind());
        values.put("subject", group.subject().orElse(null));
        return new RosterRow(RosterTable.GROUP, group.key(), values);
    }

    private static RosterRow of(RosterDraft.Enrolment enrolment) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("group_id", new Reference(RosterTable.GROUP, enrolment.group(), "group"));
        values.put("person_id", new Reference(RosterTable.PERSON, enrolment.person(), "person"));
        values.put("role", enrolment.role().code());
        values.put("from_date", date(enrolment.from()));
        values.put("to_date", date(enrolment.to()));
        return new RosterRow(RosterTable.MEMBERSHIP, enrolment.key(), values);
    }

    private static RosterRow of(RosterDraft.Guardian guardian) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("guardian_id", new Reference(RosterTable.PERSON, guardian.guardian(), "guardian"));
        values.put("student_id", new Reference(RosterTable.PERSON, guardian.student(), "student"));
        values.put("relationship", guardian.relationship());
        return new RosterRow(RosterTable.GUARDIANSHIP, guardian.key(), values);
    }

    private static RosterRow of(RosterDraft.Subgroups subgroups) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("student_id", new Reference(RosterTable.PERSON, subgroups.student(), "sourcedId"));
        for (Trait trait : Trait.values()) {
            values.put(trait.column(), subgroups.traits().get(trait));
        }
        return new RosterRow(RosterTable.DEMOGRAPHICS, subgroups.key(), values);
    }

    private static @Nullable LocalDate date(Optional<LocalDate> date) {
        return date.orElse(null);
    }
}
