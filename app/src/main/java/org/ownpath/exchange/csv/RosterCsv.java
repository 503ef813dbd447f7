package org.ownpath.exchange.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.roster.RosterDraft;
import org.ownpath.shared.Problem;

/** Reads a roster from one plain CSV file: a row for each person, groups and children separated by semicolons. */
public final class RosterCsv {

    private final List<Problem> problems = new ArrayList<>();
    private final List<RosterDraft.Member> people = new ArrayList<>();
    private final List<RosterDraft.Group> groups = new ArrayList<>();
    private final List<RosterDraft.Enrolment> enrolments = new ArrayList<>();
    private final List<RosterDraft.Guardian> guardians = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> groupNames = new LinkedHashSet<>();

    private RosterCsv() {}

    /** Reads the file as the full roster of the source named {@code CSV}. */
    public static Read<RosterDraft> read(Source file) {
        RosterCsv reader = new RosterCsv();
        Table table = Table.read(file, reader.problems);
        if (reader.problems.isEmpty()) {
            table.need(reader.problems, "person_id", "role", "given_name", "family_name");
        }
        if (reader.problems.isEmpty()) {
            table.rows().forEach(reader::person);
        }
        if (reader.problems.isEmpty() && reader.people.isEmpty()) {
            reader.problems.add(Problem.ofFile(file.name(), "There is nobody in the file. Add a row for each person."));
        }
        return Read.of(
                reader.problems,
                () -> new RosterDraft(
                        "CSV", true, List.of(), reader.people, reader.groups, reader.enrolments, reader.guardians));
    }

    private void person(Table.Row row) {
        String id = row.need("person_id", problems);
        if (!seen.add(id)) {
            problems.add(row.problem("person_id", "'" + id + "' stands in the file twice. Keep one of the rows."));
        }
        String code = row.need("role", problems).toLowerCase(Locale.ROOT);
        Optional<Role> role = Role.ofCode(code);
        if (role.isEmpty()) {
            problems.add(row.problem(
                    "role",
                    "'" + row.get("role") + "' is no role. Write student, teacher, leader, "
                            + "family or administrator."));
            return;
        }
        people.add(new RosterDraft.Member(
                key(row, id),
                row.need("given_name", problems),
                row.need("family_name", problems),
                row.find("email"),
                row.date("birth_date", problems),
                row.find("grades").or(() -> row.find("grade")),
                Set.of(role.get())));
        row.list("groups", ";").forEach(group -> enrol(row, id, role.get(), group));
        row.list("guardian_of", ";")
                .forEach(student -> guardians.add(
                        new RosterDraft.Guardian(key(row, id + " > " + student), id, student, "guardian")));
    }

    private void enrol(Table.Row row, String person, Role role, String group) {
        if (groupNames.add(group)) {
            groups.add(new RosterDraft.Group(key(row, group), Optional.empty(), group, "class", Optional.empty()));
        }
        enrolments.add(new RosterDraft.Enrolment(
                key(row, person + " > " + group), group, person, role, Optional.empty(), Optional.empty()));
    }

    private static RosterDraft.Key key(Table.Row row, String id) {
        return new RosterDraft.Key(id, new RosterDraft.Origin(row.file(), row.line()), false);
    }
}
