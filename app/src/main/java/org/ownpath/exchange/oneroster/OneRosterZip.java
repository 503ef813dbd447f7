package org.ownpath.exchange.oneroster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.csv.Table;
import org.ownpath.roster.RosterDraft;
import org.ownpath.shared.Problem;

/** Reads a OneRoster 1.2 CSV archive as a roster. Of gradebooks and resources it takes nothing. */
public final class OneRosterZip {

    private static final List<String> FILES =
            List.of("orgs", "users", "roles", "classes", "enrollments", "demographics", "academicSessions", "courses");

    private static final List<String> OWN_KINDS = List.of("class", "advisory", "cohort");
    private static final List<String> STATUSES = List.of("", "active", "tobedeleted");
    private static final List<String> MODES = List.of("bulk", "delta", "absent");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Table> tables = new HashMap<>();
    private boolean full = true;
    private String source = "OneRoster";

    private OneRosterZip() {}

    /** Reads the files of the archive. */
    public static Read<RosterDraft> read(String archive, List<Source> files) {
        OneRosterZip reader = new OneRosterZip();
        reader.open(archive, files);
        if (!reader.problems.isEmpty()) {
            return new Read.Unreadable<>(reader.problems);
        }
        RosterDraft draft = reader.draft();
        return Read.of(reader.problems, () -> draft);
    }

    private void open(String archive, List<Source> files) {
        Map<String, Source> byName = new HashMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        Source manifest = byName.get("manifest.csv");
        if (manifest == null) {
            problems.add(Problem.ofFile(archive, "The archive has no manifest.csv. Export it again as OneRoster 1.2."));
            return;
        }
        Map<String, Table.Row> properties = new HashMap<>();
        Table.read(manifest, problems).rows().forEach(row -> properties.put(row.get("propertyName"), row));
        Table.Row system = properties.get("source.systemName");
        source = system == null ? source : system.find("value").orElse(source);
        for (String file : FILES) {
            Table.Row declared = properties.get("file." + file);
            String mode = declared == null ? "absent" : declared.get("value");
            if (mode.equals("absent")) {
                continue;
            }
            if (!MODES.contains(mode)) {
                problems.add(Objects.requireNonNull(declared)
                        .problem("value", "'" + mode + "' is no way to send a file. Use one of " + MODES + "."));
            }
            full &= !mode.equals("delta");
            Source content = byName.get(file + ".csv");
            if (content == null) {
                problems.add(Problem.ofFile(
                        file + ".csv",
                        "The manifest declares this file as '" + mode
                                + "', and it is not in the archive. Add it, or declare it absent."));
            } else {
                Table table = Table.read(content, problems);
                table.need(problems, "sourcedId");
                table.rows().forEach(this::refuseUnknownStatus);
                refuseTwins(table);
                tables.put(file, table);
            }
        }
        References.check(whole(properties, byName), problems);
    }

    /** What was sent whole: among changes only, what a row names may be known from before. */
    private static Map<String, Source> whole(Map<String, Table.Row> properties, Map<String, Source> byName) {
        Map<String, Source> whole = new HashMap<>();
        byName.forEach((name, file) -> {
            String bare = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
            Table.Row declared = properties.get("file." + bare);
            if (declared != null && declared.get("value").equals("bulk")) {
                whole.put(bare, file);
            }
        });
        return whole;
    }

    private void refuseUnknownStatus(Table.Row row) {
        if (!STATUSES.contains(row.get("status"))) {
            problems.add(row.problem(
                    "status",
                    "'" + row.get("status") + "' is no status. Use active or tobedeleted, or leave it empty."));
        }
    }

    private void refuseTwins(Table table) {
        Map<String, Long> seen = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Long first = seen.putIfAbsent(row.need("sourcedId", problems), row.line());
            if (first != null) {
                problems.add(row.problem(
                        "sourcedId",
                        "'" + row.get("sourcedId") + "' stands in row " + first
                                + " already. Keep one of the two rows."));
            }
        }
    }

    private List<Table.Row> rows(String file) {
        Table table = tables.get(file);
        return table == null ? List.of() : table.rows();
    }

    private RosterDraft draft() {
        List<RosterDraft.School> schools = rows("orgs").stream()
                .map(row -> new RosterDraft.School(key(row), row.need("name", problems), row.get("type")))
                .toList();
        List<RosterDraft.Group> groups =
                rows("classes").stream().map(this::group).toList();
        List<RosterDraft.Guardian> guardians = new ArrayList<>();
        return new RosterDraft(
                source, full, schools, people(guardians), groups, enrolments(), guardians, demographics());
    }

    private List<RosterDraft.Subgroups> demographics() {
        return rows("demographics").stream()
                .map(row -> new RosterDraft.Subgroups(
                        key(row), row.get("sourcedId"), DemographicsFile.traits(row, problems)))
                .filter(subgroups ->
                        !subgroups.traits().isEmpty() || subgroups.key().ended())
                .toList();
    }

    private List<RosterDraft.Member> people(List<RosterDraft.Guardian> guardians) {
        Map<String, Table.Row> births = new HashMap<>();
        rows("demographics").forEach(row -> births.put(row.get("sourcedId"), row));
        Map<String, Set<Role>> roles = roles();
        Set<String> students = new HashSet<>();
        roles.forEach((user, has) -> {
            if (has.contains(Role.STUDENT)) {
                students.add(user);
            }
        });
        List<RosterDraft.Member> people = new ArrayList<>();
        for (Table.Row row : rows("users")) {
            String id = row.get("sourcedId");
            Table.Row birth = births.get(id);
            people.add(new RosterDraft.Member(
                    key(row),
                    row.need("givenName", problems),
                    row.need("familyName", problems),
                    row.find("email"),
                    birth == null ? Optional.empty() : birth.date("birthDate", problems),
                    row.list("grades", ",").stream().findFirst(),
                    Set.copyOf(roles.getOrDefault(id, Set.of()))));
            for (String agent : row.list("agentSourcedIds", ",")) {
                if (students.contains(id)) {
                    guardians.add(guardian(row, agent, id));
                } else if (students.contains(agent)) {
                    guardians.add(guardian(row, id, agent));
                }
            }
        }
        return people;
    }

    /** Either of the two may name the other as an agent; both say the same. */
    private static RosterDraft.Guardian guardian(Table.Row row, String guardian, String student) {
        return new RosterDraft.Guardian(
                new RosterDraft.Key(guardian + " > " + student, origin(row), key(row).ended()),
                guardian,
                student,
                "guardian");
    }

    private Map<String, Set<Role>> roles() {
        Map<String, Set<Role>> roles = new HashMap<>();
        Set<String> users = new HashSet<>();
        rows("users").forEach(row -> users.add(row.get("sourcedId")));
        for (Table.Row row : rows("roles")) {
            String user = row.get("userSourcedId");
            if (!users.contains(user)) {
                problems.add(row.problem(
                        "userSourcedId",
                        "No user '" + user + "' is in users.csv. Add it (in a delta too), or correct the value."));
            }
            Optional<Role> role = known(row);
            if (role.isPresent() && !key(row).ended()) {
                roles.computeIfAbsent(user, u -> new HashSet<>()).add(role.get());
            }
        }
        return roles;
    }

    private RosterDraft.Group group(Table.Row row) {
        return new RosterDraft.Group(
                key(row),
                row.find("schoolSourcedId"),
                row.need("title", problems),
                kind(row),
                row.list("subjects", ",").stream().findFirst());
    }

    /** The standard knows no cohorts: those of ours say it in an extension column. */
    private static String kind(Table.Row row) {
        String own = row.get("metadata.kind");
        return OWN_KINDS.contains(own) ? own : row.get("classType").equals("homeroom") ? "advisory" : "class";
    }

    private List<RosterDraft.Enrolment> enrolments() {
        List<RosterDraft.Enrolment> enrolments = new ArrayList<>();
        for (Table.Row row : rows("enrollments")) {
            known(row)
                    .ifPresent(role -> enrolments.add(new RosterDraft.Enrolment(
                            key(row),
                            row.get("classSourcedId"),
                            row.get("userSourcedId"),
                            role,
                            row.date("beginDate", problems),
                            row.date("endDate", problems))));
        }
        return enrolments;
    }

    private Optional<Role> known(Table.Row row) {
        Optional<Role> role = role(row.get("role"));
        if (role.isEmpty()) {
            problems.add(row.problem(
                    "role",
                    "'" + row.get("role") + "' is no role of OneRoster that is known here. Use student, teacher, aide, "
                            + "counselor, principal, guardian, parent, relative or an administrator's."));
        }
        return role;
    }

    private static Optional<Role> role(String code) {
        return switch (code) {
            case "student" -> Optional.of(Role.STUDENT);
            case "teacher", "aide", "proctor", "counselor" -> Optional.of(Role.TEACHER);
            case "principal" -> Optional.of(Role.LEADER);
            case "parent", "guardian", "relative" -> Optional.of(Role.FAMILY);
            case "administrator", "siteAdministrator", "systemAdministrator", "districtAdministrator" ->
                Optional.of(Role.ADMINISTRATOR);
            default -> Optional.empty();
        };
    }

    private static RosterDraft.Key key(Table.Row row) {
        return new RosterDraft.Key(
                row.get("sourcedId"), origin(row), row.get("status").equals("tobedeleted"));
    }

    private static RosterDraft.Origin origin(Table.Row row) {
        return new RosterDraft.Origin(row.file(), row.line());
    }
}
