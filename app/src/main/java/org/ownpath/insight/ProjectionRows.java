package org.ownpath.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored simulations. Of each subject one runs at a time. */
@Component
class ProjectionRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Clock clock;

    ProjectionRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The id of a new one; empty while another of the subject runs. */
    Optional<UUID> add(Viewer viewer, String subject) {
        return database.sql("""
                insert into insight.projection (id, district_id, subject, state, requested_by, requested_at)
                values (?, ?, ?, 'running', ?, ?)
                on conflict (district_id, subject) where state = 'running' do nothing
                returning id""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        subject,
                        viewer.account().value(),
                        Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** The subject of one that runs. */
    Optional<String> running(UUID id) {
        return database.sql("select subject from insight.projection where id = ? and state = 'running'")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** All that run. */
    List<UUID> running() {
        return database.sql("select id from insight.projection where state = 'running' order by requested_at")
                .query(UUID.class)
                .list();
    }

    /** Tells how far one has come; false when it runs no longer. */
    boolean tell(UUID id, long done, long total) {
        return database.sql("update insight.projection set done = ?, total = ? where id = ? and state = 'running'")
                        .params(done, Math.max(0, total), id)
                        .update()
                == 1;
    }

    /** Ends one with its result, unless it was cancelled meanwhile. */
    void finish(UUID id, Projection result) {
        database.sql("""
                update insight.projection set state = 'done', finished_at = ?, result = ?::jsonb
                where id = ? and state = 'running'""")
                .params(Timestamp.from(clock.instant()), JSON.writeValueAsString(result), id)
                .update();
    }

    /** Ends one with what went wrong. */
    void fail(UUID id, String problem) {
        database.sql("""
                update insight.projection set state = 'failed', finished_at = ?, problem = ?
                where id = ? and state = 'running'""").params(Timestamp.from(clock.instant()), problem, id).update();
    }

    /** Cancels the one of a subject that runs; false if there is none. */
    boolean cancel(String subject) {
        return database.sql("""
                update insight.projection set state = 'cancelled', finished_at = ?
                where subject = ? and state = 'running'""")
                        .params(Timestamp.from(clock.instant()), subject)
                        .update()
                == 1;
    }

    /** The newest of a subject. */
    Optional<ProjectionRun> latest(String subject) {
        return read("where subject = ?", subject);
    }

    /** The newest of a subject that is done, of those that were asked for by then. */
    Optional<ProjectionRun> latestDone(String subject, Instant by) {
        return read("where subject = ? and state = 'done' and requested_at <= ?", subject, Timestamp.from(by));
    }

    private Optional<ProjectionRun> read(String where, Object... asked) {
        return database.sql("select * from insight.projection " + where + " order by requested_at desc limit 1")
                .params(asked)
                .query(ProjectionRows::run)
                .optional();
    }

    private static ProjectionRun run(ResultSet row, int n) throws SQLException {
        return new ProjectionRun(
                row.getString("subject"),
                ProjectionRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("requested_at").toInstant(),
                new ProjectionRun.Done(row.getLong("done"), row.getLong("total")),
                Optional.ofNullable(row.getString("problem")),
                Optional.ofNullable(row.getString("result")).map(json -> JSON.readValue(json, Projection.class)));
    }
}
