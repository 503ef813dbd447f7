package org.ownpath.roster;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what a student's name and work may be used for. The district says whether a purpose needs a yes first
 * or holds until somebody says no; the family decides, a student of age decides alone, and the office may note what was
 * said on paper.
 */
@Component
public class Consents {

    private final JdbcClient database;
    private final FamilyAccess families;
    private final Roster roster;
    private final Access access;
    private final Clock clock;

    Consents(JdbcClient database, FamilyAccess families, Roster roster, Access access, Clock clock) {
        this.database = database;
        this.families = families;
        this.roster = roster;
        this.access = access;
        this.clock = clock;
    }

    /** What holds for a student and a purpose, and what was said last, if anything. */
    public record Choice(Purpose purpose, boolean allowed, Optional<Said> said) {}

    /** Somebody's word. */
    public record Said(boolean allowed, PersonId by, Instant at) {}

    /** Whether a student may be part of this. */
    public boolean allows(StudentId student, Purpose purpose) {
        return !allowing(List.of(student), purpose).isEmpty();
    }

    /** Those of the students who may be part of this. */
    public Set<StudentId> allowing(Collection<StudentId> students, Purpose purpose) {
        Map<StudentId, Boolean> said = database
                .sql("""
                select distinct on (student_id) student_id, allowed from roster.purpose_consent
                where purpose = ? and student_id = any(?) order by student_id, given_at desc, id desc""")
                .params(purpose.code(), students.stream().map(StudentId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(new StudentId(row.getObject("student_id", UUID.class)), row.getBoolean("allowed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean unlessSaid = !needsYes(purpose);
        Set<StudentId> allowing = new HashSet<>(students);
        allowing.removeIf(student -> !said.getOrDefault(student, unlessSaid));
        return allowing;
    }

    /** Whether the district needs a yes for a purpose; otherwise it holds until somebody says no. */
    public boolean needsYes(Purpose purpose) {
        return database.sql(
                        "select needs_yes from roster.purpose_rule where purpose = ? order by given_at desc, id desc limit 1")
                .param(purpose.code())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Says for which purposes the district needs a yes. */
    @Transactional
    public void demandYes(Viewer viewer, Set<Purpose> purposes) {
        access.require(viewer, Role.ADMINISTRATOR, Role.LEADER);
        for (Purpose purpose : Purpose.values()) {
            boolean needsYes = purposes.contains(purpose);
            if (needsYes != needsYes(purpose)) {
                database.sql("""
                        insert into roster.purpose_rule (id, district_id, purpose, needs_yes, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?)""")
                        .params(
                                TimeOrdered.next(),
                                viewer.district().value(),
                                purpose.code(),
                                needsYes,
                                viewer.person().value(),
                                Timestamp.from(clock.instant()))
                        .update();
                access.audit(
                        viewer,
                        "family.purpose-set",
                        "",
                        purpose.words() + (needsYes ? ": after a yes" : ": until a no"));
            }
        }
    }

    /** What holds for a student, purpose by purpose. */
    public List<Choice> of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return Arrays.stream(Purpose.values())
                .map(purpose -> choice(purpose, said(student, purpose)))
                .toList();
    }

    private Choice choice(Purpose purpose, Optional<Said> said) {
        return new Choice(purpose, said.map(Said::allowed).orElseGet(() -> !needsYes(purpose)), said);
    }

    /** Whether the viewer decides for a student. */
    public boolean mayDecide(Viewer viewer, StudentId student) {
        if (viewer.is(Role.LEADER) || viewer.is(Role.ADMINISTRATOR)) {
            return true;
        }
        boolean ofAge = families.ofAge(student).since().isPresent();
        boolean own = viewer.person().equals(student.person());
        return ofAge ? own : viewer.is(Role.FAMILY) && !own;
    }

    /**
     * Says what a student may be part of; what is said already is not said again.
     *
     * @return why not; empty when it holds
     */
    @Transactional
    public Optional<String> choose(Viewer viewer, StudentId student, Set<Purpose> allowed) {
        List<Choice> before = of(viewer, student);
        if (!roster.knows(List.of(student.person()))) {
            throw new NotAllowed("This student is not on the roster of this district.");
        }
        if (!mayDecide(viewer, student)) {
            return Optional.of("The family decides until a student is of age; from then on the student does.");
        }
        for (Choice choice : before) {
            boolean allows = allowed.contains(choice.purpose());
            if (choice.said().filter(said -> said.allowed() == allows).isEmpty()) {
                say(viewer, student, choice.purpose(), allows);
            }
        }
        return Optional.empty();
    }

    private void say(Viewer viewer, StudentId student, Purpose purpose, boolean allowed) {
        database.sql("""
                insert into roster.purpose_consent
                    (id, district_id, student_id, purpose, allowed, given_by, given_at)
                values (:id, :district, :student, :purpose, :allowed, :by, :at)""")
                .param("id", TimeOrdered.next())
                .param("district", viewer.district().value())
                .param("student", student.value())
                .param("purpose", purpose.code())
                .param("allowed", allowed)
                .param("by", viewer.person().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, student.person(), allowed ? "family.purpose-yes" : "family.purpose-no", purpose.words());
    }

    private Optional<Said> said(StudentId student, Purpose purpose) {
        return database.sql("""
                        select allowed, given_by, given_at from roster.purpose_consent
                        where student_id = ? and purpose = ? order by given_at desc, id desc limit 1""")
                .params(student.value(), purpose.code())
                .query((row, n) -> new Said(
                        row.getBoolean(1),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }
}
