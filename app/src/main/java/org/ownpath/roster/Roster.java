package org.ownpath.roster;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door of the roster: who is here, in which groups, and whose child. Shows active people only. */
@Component
public class Roster {

    private static final String PERSON_COLUMNS =
            "p.id, p.given_name, p.family_name, p.email, p.birth_date, p.grade_label, p.roles";

    private static final String PERSON = "select " + PERSON_COLUMNS + " from roster.person p ";

    private static final String GROUP = """
            select g.id, g.name, g.kind, g.subject,
                   (select count(*) from roster.membership m join roster.person s on s.id = m.person_id
                    where m.group_id = g.id and m.role = 'student' and m.active and s.active) as students
            from roster.study_group g
            """;

    private static final String STUDENT_OF_SOURCE =
            "select source_id, id from roster.person where active and 'student' = any(roles)";

    private final JdbcClient database;
    private final Map<DistrictId, Set<PersonId>> known = new ConcurrentHashMap<>();

    Roster(JdbcClient database) {
        this.database = database;
    }

    /** The person with this id. */
    public Optional<Person> person(PersonId id) {
        return database.sql(PERSON + "where p.id = ?")
                .param(id.value())
                .query(Roster::person)
                .optional();
    }

    /** These people by their ids; who is not on the roster is left out. */
    public Map<PersonId, Person> people(Collection<PersonId> ids) {
        return database
                .sql(PERSON + "where p.id = any(?)")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Roster::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, p -> p));
    }

    /** Whether all of these are on the roster. Nobody is ever taken off it, so who was seen there is not asked again. */
    public boolean knows(Collection<PersonId> ids) {
        DistrictId district = DistrictScope.require();
        Set<PersonId> seen = known.computeIfAbsent(district, d -> ConcurrentHashMap.newKeySet());
        if (!seen.containsAll(ids)) {
            seen.addAll(people(ids).keySet());
        }
        return seen.containsAll(ids);
    }

    /** All students, by name. */
    public List<Person> students() {
        return database.sql(PERSON + "where p.active and 'student' = any(p.roles) order by family_name, given_name")
                .query(Roster::person)
                .list();
    }

    /** People whose name has this text in it, by name. */
    public List<Person> search(String text, Optional<Role> role, int limit) {
        return database.sql(PERSON + """
                where p.active and (p.given_name || ' ' || p.family_name) ilike :like
                  and (:role::text is null or :role = any(p.roles))
                order by p.family_name, p.given_name limit :limit""")
                .param(
                        "like",
                        "%"
                                + text.strip()
                                        .replace("\\", "\\\\")
                                        .replace("%", "\\%")
                                        .replace("_", "\\_") + "%")
                .param("role", role.map(Role::code).orElse(null))
                .param("limit", limit)
                .query(Roster::person)
                .list();
    }

    /** The students of a group, by name. */
    public List<Person> studentsOf(GroupId group) {
        return database.sql(PERSON + """
                where p.active and p.id in (select m.person_id from roster.membership m
                    where m.group_id = ? and m.role = 'student' and m.active)
                order by p.family_name, p.given_name""")
                .param(group.value())
                .query(Roster::person)
                .list();
    }

    /** The students of every group, by their ids alone. */
    public Map<GroupId, Set<StudentId>> studentsByGroup() {
        Map<GroupId, Set<StudentId>> students = new HashMap<>();
        database.sql("select group_id, person_id from roster.membership where role = 'student' and active")
                .query(row -> {
                    students.computeIfAbsent(new GroupId(row.getObject(1, UUID.class)), group -> new HashSet<>())
                            .add(new StudentId(row.getObject(2, UUID.class)));
                });
        return students;
    }

    /** The students in any of the groups that this person teaches or advises, by name. */
    public List<Person> studentsTaughtBy(PersonId teacher) {
        return database.sql(PERSON + """
                where p.active and p.id in (
                    select s.person_id from roster.membership s
                    join roster.teaching t on t.group_id = s.group_id
                    where t.person_id = ? and s.role = 'student' and s.active)
                order by p.family_name, p.given_name""")
                .param(teacher.value())
                .query(Roster::person)
                .list();
    }

    /** The guardians of a student, by name. */
    public List<Person> guardiansOf(StudentId student) {
        return database.sql(PERSON + """
                where p.active and exists (select 1 from roster.guardianship g
                    where g.guardian_id = p.id and g.student_id = ? and g.active)
                order by p.family_name, p.given_name""")
                .param(student.value())
                .query(Roster::person)
                .list();
    }

    /** The children of a guardian whom the guardian may see today, by name. */
    public List<Person> childrenOf(PersonId guardian) {
        return database.sql(PERSON + """
                where p.active and p.id in (
                    select k.student_id from roster.caring k where k.guardian_id = ?)
                order by p.family_name, p.given_name""")
                .param(guardian.value())
                .query(Roster::person)
                .list();
    }

    /** The groups that a person teaches or advises, or stands in for today, by name. */
    public List<StudyGroup> groupsTaughtBy(PersonId teacher) {
        return groupsOf(teacher, "roster.teaching m where m.person_id = ?");
    }

    /** The groups that are a teacher's by the roster, by name: without those that the teacher stands in for. */
    List<StudyGroup> groupsOwnedBy(PersonId teacher) {
        return groupsOf(teacher, "roster.membership m where m.person_id = ? and m.role = 'teacher' and m.active");
    }

    private List<StudyGroup> groupsOf(PersonId teacher, String memberships) {
        return database.sql(GROUP + "where g.active and g.id in (select m.group_id from " + memberships
                        + ") order by g.name")
                .param(teacher.value())
                .query(Roster::group)
                .list();
    }

    /** The groups that a student is in, by name. */
    public List<StudyGroup> groupsOf(StudentId student) {
        return database.sql(GROUP + """
                where g.active and g.id in (select m.group_id from roster.membership m
                    where m.person_id = ? and m.role = 'student' and m.active)
                order by g.name""")
                .param(student.value())
                .query(Roster::group)
                .list();
    }

    /** The groups of all students who are in any. */
    public Map<StudentId, List<StudyGroup>> groupsOfStudents() {
        Map<GroupId, StudyGroup> groups = groups().stream().collect(Collectors.toMap(StudyGroup::id, g -> g));
        return database
                .sql("select person_id, group_id from roster.membership where role = 'student' and active")
                .query((row, n) -> Map.entry(
                        new StudentId(row.getObject(1, UUID.class)), new GroupId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .filter(membership -> groups.containsKey(membership.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                m -> Objects.requireNonNull(groups.get(m.getValue())), Collectors.toList())));
    }

    /** The schools of the district, by name. */
    public List<School> schools() {
        return database.sql("select id, name from roster.school where active order by name")
                .query((row, n) -> new School(new SchoolId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /** The school that a student belongs to: the one with most of the student's groups. */
    public Optional<SchoolId> schoolOf(StudentId student) {
        return database.sql("""
                select g.school_id from roster.membership m join roster.study_group g on g.id = m.group_id
                where m.person_id = ? and m.role = 'student' and m.active and g.active and g.school_id is not null
                group by g.school_id order by count(*) desc, g.school_id limit 1""")
                .param(student.value())
                .query((row, n) -> new SchoolId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** The schools of these students, as {@link #schoolOf} tells each; who belongs to none is left out. */
    public Map<StudentId, SchoolId> schoolsOf(Collection<StudentId> students) {
        Map<StudentId, SchoolId> schools = new HashMap<>();
        database.sql("""
                select distinct on (m.person_id) m.person_id, g.school_id
                from roster.membership m join roster.study_group g on g.id = m.group_id
                where m.person_id = any(?) and m.role = 'student' and m.active and g.active and g.school_id is not null
                group by m.person_id, g.school_id order by m.person_id, count(*) desc, g.school_id""")
                .param(students.stream().map(StudentId::value).toArray(UUID[]::new))
                .query((row, n) -> schools.put(
                        new StudentId(row.getObject(1, UUID.class)), new SchoolId(row.getObject(2, UUID.class))))
                .list();
        return schools;
    }

    /** Who teaches or advises a student today, stand-ins too, and in which group, by name. */
    public List<Teaching> teachersOf(StudentId student) {
        Map<GroupId, StudyGroup> groups =
                groupsOf(student).stream().collect(Collectors.toMap(StudyGroup::id, group -> group));
        return database.sql("""
                select %s, m.group_id
                from roster.teaching m join roster.person p on p.id = m.person_id
                where m.group_id = any(?) and p.active
                order by p.family_name, p.given_name, m.group_id""".formatted(PERSON_COLUMNS))
                .param(groups.keySet().stream().map(GroupId::value).toArray(UUID[]::new))
                .query((row, n) -> new Teaching(
                        person(row, n),
                        Objects.requireNonNull(groups.get(new GroupId(row.getObject("group_id", UUID.class))))))
                .list();
    }

    /** The groups that a viewer works with: all for whoever sees the whole district, else those they teach or advise. */
    public List<StudyGroup> groupsFor(Viewer viewer) {
        return viewer.seesWholeDistrict() ? groups() : groupsTaughtBy(viewer.person());
    }

    /** The group with this id, if the viewer works with it. */
    public Optional<StudyGroup> groupFor(Viewer viewer, GroupId id) {
        return viewer.seesWholeDistrict()
                ? group(id)
                : groupsTaughtBy(viewer.person()).stream()
                        .filter(own -> own.id().equals(id))
                        .findFirst();
    }

    /** The students that a viewer works with: all for whoever sees the whole district, else those they teach or advise. */
    public List<Person> studentsFor(Viewer viewer) {
        return viewer.seesWholeDistrict() ? students() : studentsTaughtBy(viewer.person());
    }

    /** All groups, by name. */
    public List<StudyGroup> groups() {
        return database.sql(GROUP + "where g.active order by g.name")
                .query(Roster::group)
                .list();
    }

    /** The group with this id. */
    public Optional<StudyGroup> group(GroupId id) {
        return database.sql(GROUP + "where g.active and g.id = ?")
                .param(id.value())
                .query(Roster::group)
                .optional();
    }

    /** Students by the number that their source knows them by; for imports of evidence. */
    public Map<String, StudentId> studentsBySourceId() {
        return bySourceId(database.sql(STUDENT_OF_SOURCE));
    }

    /** Those of these keys of a source that name a student. */
    public Map<String, StudentId> studentsBySourceId(Collection<String> keys) {
        return bySourceId(
                database.sql(STUDENT_OF_SOURCE + " and source_id = any(?)").param(keys.toArray(String[]::new)));
    }

    private static Map<String, StudentId> bySourceId(JdbcClient.StatementSpec students) {
        return students
                .query((row, n) -> Map.entry(row.getString(1), new StudentId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        Date birth = row.getDate("birth_date");
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("given_name"),
                row.getString("family_name"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(birth).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("grade_label")),
                roles((String[]) row.getArray("roles").getArray()));
    }

    private static Set<Role> roles(String[] codes) {
        return Arrays.stream(codes).flatMap(code -> Role.ofCode(code).stream()).collect(Collectors.toSet());
    }

    private static StudyGroup group(ResultSet row, int n) throws SQLException {
        return new StudyGroup(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("subject")),
                row.getInt("students"));
    }
}
