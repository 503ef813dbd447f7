package org.ownpath.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of demonstrations. */
@Component
class DemonstrationRows {

    private static final String ALL = "select * from assessment.demonstration d ";

    private final JdbcClient database;

    DemonstrationRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Demonstration> find(DemonstrationId id) {
        return database.sql(ALL + "where id = ?")
                .param(id.value())
                .query(DemonstrationRows::demonstration)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Demonstration> lock(DemonstrationId id) {
        return database.sql(ALL + "where id = ? for update")
                .param(id.value())
                .query(DemonstrationRows::demonstration)
                .optional();
    }

    List<Demonstration> ofStudent(StudentId student) {
        return database.sql(ALL + "where student_id = ? order by asked_at desc")
                .param(student.value())
                .query(DemonstrationRows::demonstration)
                .list();
    }

    /** What these students have asked for themselves since then, first to last. */
    List<Demonstration> asked(Collection<StudentId> students, Instant since) {
        return database.sql(ALL + """
                where student_id = any(:students) and asked_at > :since and way <> :check order by asked_at, id""")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .param("check", Way.SHORT_CHECK.code())
                .query(DemonstrationRows::demonstration)
                .list();
    }

    /** What goes on, and what was scored since then, what waits longest first; all of it, or what is in one's hands. */
    List<Demonstration> current(Optional<PersonId> inHandsOf, Instant since) {
        return database.sql(ALL + """
                where (:person::uuid is null or assessor_id = :person or second_id = :person)
                  and stage not in ('declined', 'withdrawn') and (stage <> 'scored' or changed_at > :since)
                order by changed_at, id""")
                .param("person", inHandsOf.map(PersonId::value).orElse(null))
                .param("since", Timestamp.from(since))
                .query(DemonstrationRows::demonstration)
                .list();
    }

    boolean add(Demonstration asked, Viewer viewer) {
        return database.sql("""
                        insert into assessment.demonstration (id, district_id, student_id, competencies, way, title,
                            task_id, task_edition, note, practised, retry_of, meets_at, assessor_id, stage, asked_at,
                            changed_at)
                        values (:id, :district, :student, :competencies, :way, :title, :task, :edition, :note,
                            :practised, :retryOf, :meetsAt, :assessor, :stage, :at, :at) on conflict do nothing""")
                        .param("id", asked.id().value())
                        .param("district", viewer.district().value())
                        .param("student", asked.student().value())
                        .param("competencies", TaskRows.ids(asked.competencies()))
                        .param("way", asked.way().code())
                        .param("title", asked.title())
                        .param("task", asked.task().map(t -> t.task().value()).orElse(null))
                        .param("edition", asked.task().map(Task.Edition::number).orElse(null))
                        .param("note", asked.note())
                        .param("practised", asked.practised())
                        .param(
                                "retryOf",
                                asked.retryOf().map(DemonstrationId::value).orElse(null))
                        .param("meetsAt", asked.meetsAt().map(Timestamp::from).orElse(null))
                        .param("assessor", asked.assessor().value())
                        .param("stage", asked.stage().code())
                        .param("at", Timestamp.from(asked.askedAt()))
                        .update()
                == 1;
    }

    /** Makes a move where it is possible; whether it was. A time stands until another is given. */
    boolean move(DemonstrationId id, Move move, Optional<Instant> meetsAt, Instant now) {
        return database.sql("""
                        update assessment.demonstration
                        set stage = :to, changed_at = :now, meets_at = coalesce(:meetsAt::timestamptz, meets_at)
                        where id = :id and stage = any(:from::text[])""")
                        .param("id", id.value())
                        .param("to", move.to().code())
                        .param("now", Timestamp.from(now))
                        .param("meetsAt", meetsAt.map(Timestamp::from).orElse(null))
                        .param("from", move.fromCodes())
                        .update()
                == 1;
    }

    /** From now on no time is agreed. */
    void clearTime(DemonstrationId id) {
        database.sql("update assessment.demonstration set meets_at = null where id = ?")
                .param(id.value())
                .update();
    }

    void assess(DemonstrationId id, PersonId assessor) {
        database.sql("update assessment.demonstration set assessor_id = ? where id = ?")
                .params(assessor.value(), id.value())
                .update();
    }

    void second(DemonstrationId id, PersonId second) {
        database.sql("update assessment.demonstration set second_id = ? where id = ?")
                .params(second.value(), id.value())
                .update();
    }

    void addStep(Viewer viewer, DemonstrationId id, Demonstration.Step step) {
        database.sql("""
                insert into assessment.step (id, district_id, demonstration_id, at, by_id, move, words, meets_at)
                values (:id, :district, :demonstration, :at, :by, :move, :words, :meetsAt)""")
                .param("id", TimeOrdered.next())
                .param("district", viewer.district().value())
                .param("demonstration", id.value())
                .param("at", Timestamp.from(step.at()))
                .param("by", step.by().value())
                .param("move", step.move().code())
                .param("words", step.words())
                .param("meetsAt", step.meetsAt().map(Timestamp::from).orElse(null))
                .update();
    }

    List<Demonstration.Step> steps(DemonstrationId id) {
        return database.sql("select * from assessment.step where demonstration_id = ? order by at, id")
                .param(id.value())
                .query((row, n) -> new Demonstration.Step(
                        row.getTimestamp("at").toInstant(),
                        new PersonId(row.getObject("by_id", UUID.class)),
                        Move.ofCode(row.getString("move")).orElseThrow(),
                        row.getString("words"),
                        moment(row, "meets_at")))
                .list();
    }

    void addWork(Viewer viewer, DemonstrationId id, Demonstration.Work work) {
        database.sql("""
                insert into assessment.work (id, district_id, demonstration_id, at, body, link, artifacts)
                values (:id, :district, :demonstration, :at, :body, :link, :artifacts::text[])""")
                .param("id", TimeOrdered.next())
                .param("district", viewer.district().value())
                .param("demonstration", id.value())
                .param("at", Timestamp.from(work.at()))
                .param("body", work.body())
                .param("link", work.link())
                .param("artifacts", work.artifacts().toArray(String[]::new))
                .update();
    }

    Optional<Demonstration.Work> work(DemonstrationId id) {
        return database.sql(
                        "select * from assessment.work where demonstration_id = ? order by at desc, id desc limit 1")
                .param(id.value())
                .query((row, n) -> new Demonstration.Work(
                        row.getString("body"),
                        row.getString("link"),
                        Arrays.asList((String[]) row.getArray("artifacts").getArray()),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    private static Demonstration demonstration(ResultSet row, int n) throws SQLException {
        int edition = row.getInt("task_edition");
        return new Demonstration(
                new DemonstrationId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("competencies").getArray())
                        .map(CompetencyId::new)
                        .toList(),
                Way.ofCode(row.getString("way")).orElseThrow(),
                row.getString("title"),
                Optional.ofNullable(row.getObject("task_id", UUID.class))
                        .map(task -> new Task.Edition(new TaskId(task), edition)),
                row.getString("note"),
                row.getString("practised"),
                Optional.ofNullable(row.getObject("retry_of", UUID.class)).map(DemonstrationId::new),
                moment(row, "meets_at"),
                new PersonId(row.getObject("assessor_id", UUID.class)),
                Optional.ofNullable(row.getObject("second_id", UUID.class)).map(PersonId::new),
                Stage.ofCode(row.getString("stage")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
