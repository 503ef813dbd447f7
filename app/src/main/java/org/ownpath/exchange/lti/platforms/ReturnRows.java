package org.ownpath.exchange.lti.platforms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Remembered;
import org.ownpath.assessment.DemonstrationMoved;
import org.ownpath.assessment.Move;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What systems want to be told, and what they were, as the database keeps it. */
@Component
class ReturnRows {

    private final JdbcClient database;
    private final Clock clock;
    private final Remembered<Boolean> anythingWanted = new Remembered<>();

    ReturnRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A system wants to be told how a student, whom it calls so, does what its link opens. */
    record Wanted(PlatformId platform, String lineItem, StudentId student, String subject, Linked linked) {

        private @Nullable UUID competency() {
            return linked.fold(new Linked.Cases<@Nullable UUID>(() -> null, CompetencyId::value, task -> null));
        }

        private @Nullable UUID task() {
            return linked.fold(new Linked.Cases<@Nullable UUID>(() -> null, competency -> null, TaskId::value));
        }
    }

    /** One that is to be told now. */
    record Due(Wanted wanted, int tries, String told) {}

    void want(Wanted wanted, Instant now) {
        database.sql("""
                insert into exchange.lti_return
                    (platform_id, district_id, line_item, student_id, subject, competency_id, task_id, due_at)
                values (:platform, :district, :item, :student, :subject, :competency, :task, :due)
                on conflict (platform_id, line_item, student_id) do update set subject = excluded.subject,
                    competency_id = excluded.competency_id, task_id = excluded.task_id, due_at = excluded.due_at,
                    tries = 0""")
                .param("platform", wanted.platform().value())
                .param("district", DistrictScope.require().value())
                .param("item", wanted.lineItem())
                .param("student", wanted.student().value())
                .param("subject", wanted.subject())
                .param("competency", wanted.competency(), Types.OTHER)
                .param("task", wanted.task(), Types.OTHER)
                .param("due", Timestamp.from(now))
                .update();
        anythingWanted.changed();
    }

    /**
     * These students stand otherwise now. Where no system wants to be told, which is soon noticed here, it costs nothing; and
     * the first that does is told as of some seconds later anyway.
     */
    @EventListener
    void changed(MasteryChanged changed) {
        due(changed.students());
    }

    /** The same for a task, whose result may change no mastery. */
    @EventListener
    void scored(DemonstrationMoved moved) {
        if (moved.move() == Move.SCORED) {
            due(List.of(moved.student()));
        }
    }

    private void due(Collection<StudentId> students) {
        if (anythingWanted.get(() -> String.valueOf(anythingWanted()), this::anythingWanted)) {
            database.sql("update exchange.lti_return set due_at = ?, tries = 0 where student_id = any(?)")
                    .params(
                            Timestamp.from(clock.instant()),
                            students.stream().map(StudentId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    /** What failed is to be told again, now. How much that is. */
    int again() {
        return database.sql("update exchange.lti_return set due_at = ?, tries = 0 where problem <> ''")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private boolean anythingWanted() {
        return database.sql("select exists (select from exchange.lti_return)")
                .query(Boolean.class)
                .single();
    }

    List<Due> due(Instant now, int most) {
        return database.sql("""
                select r.* from exchange.lti_return r join exchange.lti_platform p on p.id = r.platform_id
                where r.due_at <= ? and p.ended_at is null order by r.due_at limit ?""")
                .params(Timestamp.from(now), most)
                .query((row, n) -> new Due(
                        new Wanted(
                                new PlatformId(row.getObject("platform_id", UUID.class)),
                                row.getString("line_item"),
                                new StudentId(row.getObject("student_id", UUID.class)),
                                row.getString("subject"),
                                linked(row)),
                        row.getInt("tries"),
                        row.getString("told")))
                .list();
    }

    private static Linked linked(ResultSet row) throws SQLException {
        UUID task = row.getObject("task_id", UUID.class);
        return task == null
                ? new Linked.OfCompetency(new CompetencyId(row.getObject("competency_id", UUID.class)))
                : new Linked.OfTask(new TaskId(task));
    }

    /** It is told, unless something has changed since then. */
    void told(Wanted wanted, String words, Instant asOf) {
        database.sql("""
                update exchange.lti_return set told = ?, told_at = ?, problem = '', tries = 0,
                    due_at = case when due_at > ? then due_at end
                where platform_id = ? and line_item = ? and student_id = ?""")
                .params(
                        words,
                        Timestamp.from(asOf),
                        Timestamp.from(asOf),
                        wanted.platform().value(),
                        wanted.lineItem(),
                        wanted.student().value())
                .update();
    }

    /** It could not be told: again then, or no more. */
    void failed(Wanted wanted, String why, Optional<Instant> again) {
        database.sql("""
                update exchange.lti_return set problem = :why, tries = tries + 1, due_at = cast(:again as timestamptz)
                where platform_id = :platform and line_item = :item and student_id = :student""")
                .param("why", why)
                .param("again", again.map(Timestamp::from).orElse(null))
                .param("platform", wanted.platform().value())
                .param("item", wanted.lineItem())
                .param("student", wanted.student().value())
                .update();
    }

    List<Returned> latest(int most) {
        return database.sql("""
                select r.*, p.name from exchange.lti_return r join exchange.lti_platform p on p.id = r.platform_id
                where r.told_at is not null or r.problem <> ''
                order by coalesce(r.told_at, r.due_at) desc nulls last limit ?""")
                .param(most)
                .query((row, n) -> new Returned(
                        row.getString("name"),
                        Optional.ofNullable(row.getTimestamp("told_at")).map(Timestamp::toInstant),
                        row.getString("told"),
                        row.getString("problem")))
                .list();
    }
}
