package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.roster.RosterDraft;
import org.ownpath.shared.GradeLevel;

/** The people of Northside and the groups they are in. A person's key is their e-mail address. */
final class SchoolRoster {

    private static final RosterDraft.Origin SEED = new RosterDraft.Origin("northside", 0);
    private static final String SCHOOL = "northside-school";

    private final Map<String, RosterDraft.Member> people = new LinkedHashMap<>();
    private final List<RosterDraft.Group> groups = new ArrayList<>();
    private final List<RosterDraft.Enrolment> enrolments = new ArrayList<>();
    private final List<RosterDraft.Guardian> guardians = new ArrayList<>();

    static RosterDraft draft() {
        SchoolRoster roster = new SchoolRoster();
        roster.addStudents();
        roster.addStaff();
        roster.addFamilies();
        roster.addGroups();
        return new RosterDraft(
                "northside",
                true,
                List.of(new RosterDraft.School(key(SCHOOL), "Northside School", "school")),
                List.copyOf(roster.people.values()),
                roster.groups,
                roster.enrolments,
                roster.guardians,
                roster.people.values().stream()
                        .filter(person -> person.roles().contains(Role.STUDENT))
                        .map(person -> SchoolDemographics.of(person.key()))
                        .toList());
    }

    /** The address under which a person of the school signs in. */
    static String address(String given, String family, String domain) {
        String plain = Normalizer.normalize(given + "." + family, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.]", "");
        return plain + "@" + domain;
    }

    private void addStudents() {
        for (NamedCsvRecord row : Table.read("people/students.csv")) {
            add(
                    row.getField("given_name"),
                    row.getField("family_name"),
                    Role.STUDENT,
                    Optional.of(LocalDate.parse(row.getField("birth_date"))),
                    Optional.of(row.getField("grade")));
        }
    }

    private void addStaff() {
        for (NamedCsvRecord row : Table.read("people/staff.csv")) {
            add(
                    row.getField("given_name"),
                    row.getField("family_name"),
                    Role.ofCode(row.getField("role")).orElseThrow(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private void addFamilies() {
        for (NamedCsvRecord row : Table.read("people/families.csv")) {
            String guardian = add(
                    row.getField("guardian_given_name"),
                    row.getField("guardian_family_name"),
                    Role.FAMILY,
                    Optional.empty(),
                    Optional.empty());
            String student = address(row.getField("student_given_name"), row.getField("student_family_name"), domain());
            guardians.add(new RosterDraft.Guardian(
                    key(guardian + " " + student), guardian, student, row.getField("relationship")));
        }
    }

    private String add(String given, String family, Role role, Optional<LocalDate> birth, Optional<String> grade) {
        String address = address(given, family, domain());
        people.putIfAbsent(
                address,
                new RosterDraft.Member(key(address), given, family, Optional.of(address), birth, grade, Set.of(role)));
        return address;
    }

    /** Groups of one kind, subject and range of grades share the students of that range evenly. */
    private void addGroups() {
        Map<String, List<NamedCsvRecord>> alike = new LinkedHashMap<>();
        for (NamedCsvRecord row : Table.read("people/groups.csv")) {
            alike.computeIfAbsent(
                            String.join(
                                    "|",
                                    row.getField("kind"),
                                    row.getField("subject"),
                                    row.getField("grade_from"),
                                    row.getField("grade_to")),
                            first -> new ArrayList<>())
                    .add(row);
        }
        alike.values().forEach(this::addAlike);
    }

    private void addAlike(List<NamedCsvRecord> rows) {
        int from = level(rows.get(0).getField("grade_from"));
        int to = level(rows.get(0).getField("grade_to"));
        List<String> students = people.values().stream()
                .filter(p -> p.roles().contains(Role.STUDENT))
                .filter(p -> level(p.gradeLabel().orElseThrow()) >= from
                        && level(p.gradeLabel().orElseThrow()) <= to)
                .map(p -> p.key().sourceId())
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            String name = row.getField("name");
            groups.add(new RosterDraft.Group(
                    key(name),
                    Optional.of(SCHOOL),
                    name,
                    row.getField("kind"),
                    Optional.of(row.getField("subject")).filter(subject -> !subject.isBlank())));
            String[] teacher = row.getField("teacher").split(" ", 2);
            enrol(name, address(teacher[0], teacher[1], domain()), Role.TEACHER);
            for (int s = i; s < students.size(); s += rows.size()) {
                enrol(name, students.get(s), Role.STUDENT);
            }
        }
    }

    private void enrol(String group, String person, Role role) {
        enrolments.add(new RosterDraft.Enrolment(
                key(group + " " + person), group, person, role, Optional.empty(), Optional.empty()));
    }

    private static int level(String grade) {
        OptionalInt level = GradeLevel.read(grade);
        return level.orElseThrow();
    }

    private static String domain() {
        return "northside.example";
    }

    private static RosterDraft.Key key(String sourceId) {
        return new RosterDraft.Key(sourceId, SEED, false);
    }
}
