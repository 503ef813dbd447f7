package org.ownpath.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.TaskId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of exemplars: work that shows what a level of a task looks like, without anybody's name. */
@Component
public class Exemplars {

    private static final int LONGEST = 20_000;

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    Exemplars(JdbcClient database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Work to look at.
     *
     * @param level in words: "3 Proficient"
     * @param why what in it shows the level
     * @param forStudents whether students who choose the task see it
     */
    public record Exemplar(UUID id, String level, String body, String why, boolean forStudents) {}

    /** The exemplars of a task, in the order of their levels. */
    public List<Exemplar> of(TaskId task) {
        return database.sql("select * from assessment.exemplar where task_id = ? order by level, kept_at")
                .param(task.value())
                .query((row, n) -> new Exemplar(
                        row.getObject("id", UUID.class),
                        row.getString("level"),
                        row.getString("body"),
                        row.getString("why"),
                        row.getBoolean("for_students")))
                .list();
    }

    /** Keeps an exemplar of a task. */
    @Transactional
    public Reply keep(Viewer viewer, TaskId task, Exemplar exemplar) {
        access.requireStaff(viewer);
        if (exemplar.level().isBlank()
                || exemplar.body().isBlank()
                || exemplar.why().isBlank()) {
            return Reply.refused("Level, work or reason is missing. Say which level the work shows, and why.");
        }
        if (exemplar.body().length() + exemplar.why().length() > LONGEST) {
            return Reply.refused(
                    "Work and reason have more than " + LONGEST + " characters. Keep the part that shows it.");
        }
        database.sql("""
                insert into assessment.exemplar
                    (id, district_id, task_id, level, body, why, for_students, kept_by, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        exemplar.id(),
                        viewer.district().value(),
                        task.value(),
                        exemplar.level().strip(),
                        exemplar.body().strip(),
                        exemplar.why().strip(),
                        exemplar.forStudents(),
                        viewer.person().value(),
                        Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "exemplar.kept", task.toString(), exemplar.level());
        return new Reply.Done();
    }

    /** A number for a new exemplar, which its form brings along. */
    public static UUID next() {
        return TimeOrdered.next();
    }
}
