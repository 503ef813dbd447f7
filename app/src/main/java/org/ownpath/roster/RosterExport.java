package org.ownpath.roster;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The front door to the whole roster, to take it elsewhere. Each row goes by the key of its source, or by source and key where
 * two sources use the same.
 */
@Component
public class RosterExport {

    private static final String SOURCE = "ownpath";
    private static final RosterDraft.Origin NOWHERE = new RosterDraft.Origin("", 0);

    private final JdbcClient database;
    private final Access access;

    RosterExport(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /**
     * Everybody and everything that is there today.
     *
     * @param keys under which key each person goes, also those who have left
     */
    public record Everybody(RosterDraft roster, Map<PersonId, String> keys, Set<PersonId> here) {}

    /** The whole roster. */
    public Everybody everybody(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        Map<UUID, String> people = keys(RosterTable.PERSON);
        Map<UUID, String> schools = keys(RosterTable.SCHOOL);
        Map<UUID, String> groups = keys(RosterTable.GROUP);
        Set<PersonId> here = new HashSet<>();
        List<RosterDraft.Member> members = rows("person", (row, n) -> {
            here.add(new PersonId(row.getObject("id", UUID.class)));
            return member(row, people);
        });
        RosterDraft roster = new RosterDraft(
                SOURCE,
                true,
                rows(
                        "school",
                        (row, n) -> new RosterDraft.School(
                                key(row, schools), row.getString("name"), row.getString("kind"))),
                members,
                rows("study_group", (row, n) -> group(row, groups, schools)),
                rows("membership", (row, n) -> enrolment(row, groups, people)),
                rows("guardianship", (row, n) -> guardian(row, people)),
                rows("demographics", (row, n) -> subgroups(row, people)));
        return new Everybody(
                roster,
                people.entrySet().stream()
                        .collect(Collectors.toMap(person -> new PersonId(person.getKey()), Map.Entry::getValue)),
                here);
    }

    private interface Reader<T> {
        T read(ResultSet row, int n) throws SQLException;
    }

    private <T> List<T> rows(String table, Reader<T> reader) {
        return database.sql("select * from roster." + table + " where active order by source, source_id")
                .query((row, n) -> Objects.requireNonNull(reader.read(row, n)))
                .list();
    }

    private Map<UUID, String> keys(RosterTable table) {
        Map<UUID, String> keys = new HashMap<>();
        database.sql("select id, source, source_id, count(*) over (partition by source_id) as twins from roster."
                        + table.table)
                .query(row -> {
                    String key = row.getString("source_id");
                    keys.put(
                            row.getObject("id", UUID.class),
                            row.getInt("twins") == 1 ? key : row.getString("source") + ":" + key);
                });
        return keys;
    }

    private static RosterDraft.Member member(ResultSet row, Map<UUID, String> people) throws SQLException {
        Date birth = row.getDate("birth_date");
        return new RosterDraft.Member(
                key(row, people),
                row.getString("given_name"),
                row.getString("family_name"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(birth).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("grade_label")),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .flatMap(code -> Role.ofCode(code).stream())
                        .collect(Collectors.toSet()));
    }

    private static RosterDraft.Group group(ResultSet row, Map<UUID, String> groups, Map<UUID, String> schools)
            throws SQLException {
        return new RosterDraft.Group(
                key(row, groups),
                Optional.ofNullable(row.getObject("school_id", UUID.class)).map(schools::get),
                row.getString("name"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("subject")));
    }

    private static RosterDraft.Enrolment enrolment(ResultSet row, Map<UUID, String> groups, Map<UUID, String> people)
            throws SQLException {
        Date from = row.getDate("from_date");
        Date to = row.getDate("to_date");
        return new RosterDraft.Enrolment(
                new RosterDraft.Key(row.getObject("id", UUID.class).toString(), NOWHERE, false),
                named(row.getObject("group_id", UUID.class), groups),
                named(row.getObject("person_id", UUID.class), people),
                Role.ofCode(row.getString("role")).orElseThrow(),
                Optional.ofNullable(from).map(Date::toLocalDate),
                Optional.ofNullable(to).map(Date::toLocalDate));
    }

    private static RosterDraft.Guardian guardian(ResultSet row, Map<UUID, String> people) throws SQLException {
        String guardian = named(row.getObject("guardian_id", UUID.class), people);
        String student = named(row.getObject("student_id", UUID.class), people);
        return new RosterDraft.Guardian(
                new RosterDraft.Key(guardian + " > " + student, NOWHERE, false),
                guardian,
                student,
                row.getString("relationship"));
    }

    private static RosterDraft.Subgroups subgroups(ResultSet row, Map<UUID, String> people) throws SQLException {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            String value = row.getString(trait.column());
            if (value != null) {
                traits.put(trait, value);
            }
        }
        String student = named(row.getObject("student_id", UUID.class), people);
        return new RosterDraft.Subgroups(new RosterDraft.Key(student, NOWHERE, false), student, traits);
    }

    private static RosterDraft.Key key(ResultSet row, Map<UUID, String> keys) throws SQLException {
        return new RosterDraft.Key(named(row.getObject("id", UUID.class), keys), NOWHERE, false);
    }

    private static String named(@Nullable UUID id, Map<UUID, String> keys) {
        return Objects.requireNonNull(keys.get(id), () -> id + " is named and not there");
    }
}
