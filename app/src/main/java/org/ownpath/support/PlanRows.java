package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored plans and what was added to them. */
@Component
class PlanRows {

    private static final String PLAN = """
            select p.*, c.outcome, c.rechecks, c.why, c.closed_by, c.closed_at
            from support.plan p left join support.plan_closing c on c.plan_id = p.id
            """;

    private final JdbcClient database;

    PlanRows(JdbcClient database) {
        this.database = database;
    }

    void add(Plan plan) {
        Plan.Agreement agreed = plan.agreement();
        database.sql("""
                insert into support.plan
                    (id, district_id, student_id, subject, competencies, signal, tier, kind, aim, steps, owner_id,
                     review_on, baseline_mastered, baseline_value, opened_by, opened_at)
                values (:id, :district, :student, :subject, :competencies, :signal, :tier, :kind, :aim, :steps, :owner,
                        :reviewOn, :mastered, :value, :by, :at)""")
                .param("id", plan.id().value())
                .param("district", DistrictScope.require().value())
                .param("student", plan.student().value())
                .param("subject", agreed.subject())
                .param(
                        "competencies",
                        agreed.competencies().stream().map(CompetencyId::value).toArray(UUID[]::new))
                .param("signal", agreed.signal().map(SignalKind::code).orElse(null))
                .param("tier", agreed.tier())
                .param("kind", agreed.kind().code())
                .param("aim", agreed.aim())
                .param("steps", agreed.steps().toArray(String[]::new))
                .param("owner", agreed.owner().value())
                .param("reviewOn", agreed.reviewOn())
                .param("mastered", plan.baseline().mastered())
                .param("value", plan.baseline().value().orElse(null))
                .param("by", plan.openedBy().value())
                .param("at", Timestamp.from(plan.openedAt()))
                .update();
    }

    Optional<Plan> find(PlanId id) {
        return database.sql(PLAN + "where p.id = ?")
                .param(id.value())
                .query(PlanRows::plan)
                .optional();
    }

    /** The plans of these students: open ones first, each by the day of review; then closed ones, the latest first. */
    List<Plan> of(Collection<StudentId> students) {
        return database.sql(PLAN + """
                where p.student_id = any(?)
                order by c.closed_at desc nulls first, p.review_on, p.opened_at""")
                .param(students.stream().map(StudentId::value).toArray(UUID[]::new))
                .query(PlanRows::plan)
                .list();
    }

    /** A student and a subject in which an open plan gives support. */
    record InHand(StudentId student, String subject) {}

    Set<InHand> inHand(Collection<StudentId> students) {
        return of(students).stream()
                .filter(Plan::open)
                .map(plan -> new InHand(plan.student(), plan.agreement().subject()))
                .collect(Collectors.toSet());
    }

    List<Plan> closed() {
        return database.sql(PLAN + "where c.plan_id is not null order by c.closed_at desc")
                .query(PlanRows::plan)
                .list();
    }

    List<Plan.Words> words(PlanId plan) {
        return database.sql("select person_id, words, at from support.plan_words where plan_id = ? order by at")
                .param(plan.value())
                .query((row, n) -> new Plan.Words(person(row, "person_id"), row.getString("words"), instant(row, "at")))
                .list();
    }

    void addWords(PlanId plan, Plan.Words words) {
        database.sql("""
                insert into support.plan_words (id, district_id, plan_id, person_id, words, at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        DistrictScope.require().value(),
                        plan.value(),
                        words.by().value(),
                        words.words(),
                        Timestamp.from(words.at()))
                .update();
    }

    List<Plan.Session> sessions(PlanId plan) {
        return database.sql("""
                select held_on, minutes, attendance, coalesce(note, '') as note from support.plan_session
                where plan_id = ? order by held_on desc, recorded_at desc""")
                .param(plan.value())
                .query((row, n) -> new Plan.Session(
                        row.getObject("held_on", LocalDate.class),
                        row.getInt("minutes"),
                        Plan.Attendance.valueOf(row.getString("attendance").toUpperCase(Locale.ROOT)),
                        row.getString("note")))
                .list();
    }

    /** Stores a session under an id that its form brought along; false when it is there already. */
    boolean addSession(PlanId plan, UUID id, Plan.Session session, PersonId by, Instant now) {
        return database.sql("""
                insert into support.plan_session
                    (id, district_id, plan_id, held_on, minutes, attendance, note, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?) on conflict (id) do nothing""")
                        .params(
                                id,
                                DistrictScope.require().value(),
                                plan.value(),
                                session.heldOn(),
                                session.minutes(),
                                session.attendance().code(),
                                session.note(),
                                by.value(),
                                Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Closes a plan; false when somebody has closed it already. */
    boolean close(PlanId plan, Plan.Closing closing) {
        return database.sql("""
                insert into support.plan_closing
                    (plan_id, district_id, outcome, rechecks, why, closed_by, closed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (plan_id) do nothing""")
                        .params(
                                plan.value(),
                                DistrictScope.require().value(),
                                closing.outcome().code(),
                                closing.rechecks(),
                                closing.why(),
                                closing.by().value(),
                                Timestamp.from(closing.at()))
                        .update()
                > 0;
    }

    private static Plan plan(ResultSet row, int n) throws SQLException {
        double value = row.getDouble("baseline_value");
        Optional<Double> baseline = row.wasNull() ? Optional.empty() : Optional.of(value);
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                agreement(row),
                new Plan.Baseline(row.getInt("baseline_mastered"), baseline),
                person(row, "opened_by"),
                instant(row, "opened_at"),
                row.getString("outcome") == null ? Optional.empty() : Optional.of(closing(row)));
    }

    private static Plan.Agreement agreement(ResultSet row) throws SQLException {
        return new Plan.Agreement(
                row.getString("subject"),
                Arrays.stream((UUID[]) row.getArray("competencies").getArray())
                        .map(CompetencyId::new)
                        .toList(),
                Optional.ofNullable(row.getString("signal")).map(SignalKind::ofCode),
                row.getInt("tier"),
                SupportKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("aim"),
                List.of((String[]) row.getArray("steps").getArray()),
                person(row, "owner_id"),
                row.getObject("review_on", LocalDate.class));
    }

    private static Plan.Closing closing(ResultSet row) throws SQLException {
        return new Plan.Closing(
                PlanOutcome.ofCode(row.getString("outcome")),
                row.getInt("rechecks"),
                row.getString("why"),
                person(row, "closed_by"),
                instant(row, "closed_at"));
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
