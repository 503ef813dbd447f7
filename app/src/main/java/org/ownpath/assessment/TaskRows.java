package org.ownpath.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the task library. */
@Component
class TaskRows {

    private static final String COLUMNS = """
            select t.*, e.number, e.title, e.instructions, e.parts, e.resources, e.files, e.form, e.depth, e.rubric
            from assessment.task t
            """;
    private static final String LATEST = COLUMNS + """
            join lateral (select * from assessment.task_edition
                          where task_id = t.id order by number desc limit 1) e on true
            """;

    private final JdbcClient database;

    TaskRows(JdbcClient database) {
        this.database = database;
    }

    List<Task> latest(PersonId owner) {
        return database.sql(LATEST + """
                where t.retired_at is null and (t.shared_at is not null or t.owner_id = ?)
                order by e.title, t.id""")
                .param(owner.value())
                .query(TaskRows::task)
                .list();
    }

    List<Task> offered(CompetencyId competency) {
        return database.sql(LATEST + """
                where t.retired_at is null and t.shared_at is not null and ? = any(e.competencies)
                order by e.title, t.id""")
                .param(competency.value())
                .query(TaskRows::task)
                .list();
    }

    List<Task> family(UUID family) {
        return database.sql(LATEST + "where t.family_id = ? and t.retired_at is null order by t.id")
                .param(family)
                .query(TaskRows::task)
                .list();
    }

    Optional<Task> latest(TaskId id) {
        return database.sql(LATEST + "where t.id = ?")
                .param(id.value())
                .query(TaskRows::task)
                .optional();
    }

    Optional<Task> edition(Task.Edition edition) {
        return database.sql(
                        COLUMNS + "join assessment.task_edition e on e.task_id = t.id where t.id = ? and e.number = ?")
                .params(edition.task().value(), edition.number())
                .query(TaskRows::task)
                .optional();
    }

    /** Adds the task without its words; whether it was not there before. */
    boolean add(Task task, DistrictId district, Instant now) {
        return database.sql("""
                        insert into assessment.task
                            (id, district_id, family_id, cloned_from, owner_id, created_at, shared_at)
                        values (:id, :district, :family, :from, :owner, :now, :shared) on conflict do nothing""")
                        .param("id", task.id().value())
                        .param("district", district.value())
                        .param("family", task.family())
                        .param("from", task.clonedFrom().map(TaskId::value).orElse(null))
                        .param("owner", task.owner().value())
                        .param("now", Timestamp.from(now))
                        .param("shared", task.sharedAt().map(Timestamp::from).orElse(null))
                        .update()
                == 1;
    }

    /** Adds an edition; whether nobody else had added the one of this number. */
    boolean addEdition(Task task, DistrictId district, Instant now) {
        TaskDraft content = task.content();
        return database.sql("""
                        insert into assessment.task_edition (task_id, number, district_id, title, instructions,
                            parts, resources, files, form, depth, competencies, rubric, written_by, written_at)
                        values (:id, :number, :district, :title, :instructions, :parts::text[], :resources, :files::text[], :form,
                            :depth, :competencies, :rubric::jsonb, :owner, :now) on conflict do nothing""")
                        .param("id", task.id().value())
                        .param("number", task.edition())
                        .param("district", district.value())
                        .param("title", content.title().strip())
                        .param("instructions", content.instructions().strip())
                        .param("parts", content.parts().toArray(String[]::new))
                        .param("resources", content.resources().strip())
                        .param("files", content.files().toArray(String[]::new))
                        .param("form", content.form().code())
                        .param("depth", content.depth().code())
                        .param("competencies", ids(content.rubric().competencies()))
                        .param("rubric", Json.write(content.rubric()))
                        .param("owner", task.owner().value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void shared(TaskId task, Optional<Instant> at) {
        database.sql("update assessment.task set shared_at = :at where id = :id")
                .param("at", at.map(Timestamp::from).orElse(null))
                .param("id", task.value())
                .update();
    }

    void retired(TaskId task, Instant at) {
        database.sql("update assessment.task set retired_at = ? where id = ?")
                .params(Timestamp.from(at), task.value())
                .update();
    }

    static UUID[] ids(List<CompetencyId> competencies) {
        return competencies.stream().map(CompetencyId::value).toArray(UUID[]::new);
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new TaskDraft(
                        row.getString("title"),
                        row.getString("instructions"),
                        Arrays.asList((String[]) row.getArray("parts").getArray()),
                        row.getString("resources"),
                        Arrays.asList((String[]) row.getArray("files").getArray()),
                        Form.ofCode(row.getString("form")).orElseThrow(),
                        Depth.ofCode(row.getString("depth")).orElseThrow(),
                        Json.read(row.getString("rubric"), Rubric.class)),
                new PersonId(row.getObject("owner_id", UUID.class)),
                row.getObject("family_id", UUID.class),
                Optional.ofNullable(row.getObject("cloned_from", UUID.class)).map(TaskId::new),
                Optional.ofNullable(row.getTimestamp("shared_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant));
    }
}
