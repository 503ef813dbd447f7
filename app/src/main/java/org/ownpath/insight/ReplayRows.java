package org.ownpath.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.policy.ChoicesJson;
import org.ownpath.policy.Foretold;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored replays. Only one that is running can be told of, finished or cancelled. */
@Component
class ReplayRows {

    /** Older ones are forgotten: a replay can be asked again at any time. */
    private static final int MOST_KEPT = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    ReplayRows(JdbcClient database) {
        this.database = database;
    }

    ReplayId add(Viewer viewer, Proposal proposal, Instant at) {
        ReplayId id = ReplayId.next();
        database.sql("""
                insert into insight.replay (id, district_id, title, choices, state, asked_by, asked_at)
                values (:id, :district, :title, :choices::jsonb, 'running', :by, :at)""")
                .param("id", id.value())
                .param("district", viewer.district().value())
                .param("title", proposal.title())
                .param("choices", ChoicesJson.write(proposal.choices()))
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(at))
                .update();
        database.sql("""
                delete from insight.replay where state <> 'running' and id not in
                    (select id from insight.replay order by asked_at desc limit ?)""").param(MOST_KEPT).update();
        return id;
    }

    Optional<Replay> find(ReplayId id) {
        return database.sql("select * from insight.replay where id = ?")
                .param(id.value())
                .query(ReplayRows::replay)
                .optional();
    }

    List<Replay> latest(int limit) {
        return database.sql("select * from insight.replay order by asked_at desc limit ?")
                .param(limit)
                .query(ReplayRows::replay)
                .list();
    }

    List<Replay> running() {
        return database.sql("select * from insight.replay where state = 'running' order by asked_at")
                .query(ReplayRows::replay)
                .list();
    }

    /** Tells how far a replay has come; false when it is not running any more. */
    boolean tell(ReplayId id, long done, long total) {
        return database.sql("update insight.replay set done = ?, total = ? where id = ? and state = 'running'")
                        .params(done, total, id.value())
                        .update()
                == 1;
    }

    void finish(ReplayId id, Comparison comparison, List<Foresight> foretold, Instant at) {
        database.sql("""
                update insight.replay set state = 'done', comparison = ?::jsonb, foretold = ?::jsonb, finished_at = ?
                where id = ? and state = 'running'""")
                .params(
                        JSON.writeValueAsString(comparison),
                        JSON.writeValueAsString(foretold),
                        Timestamp.from(at),
                        id.value())
                .update();
    }

    /** Ends a replay without a comparison; false when it was not running. */
    boolean end(ReplayId id, Replay.Stage stage) {
        return database.sql("update insight.replay set state = ? where id = ? and state = 'running'")
                        .params(stage.name().toLowerCase(Locale.ROOT), id.value())
                        .update()
                == 1;
    }

    /** Forgets the students of a replay that begins anew. */
    void clearStudents(ReplayId id) {
        for (String table : List.of("insight.replay_student", "insight.replay_choice")) {
            database.sql("delete from " + table + " where replay_id = ?")
                    .param(id.value())
                    .update();
        }
    }

    void addChanges(ReplayId id, String topic, List<Foretold> changes) {
        database.sql("""
                insert into insight.replay_choice
                    (district_id, replay_id, topic, student_id, subject, today, drafted)
                select :district, :replay, :topic, * from unnest(:students::uuid[], :subjects::text[],
                                                                 :today::text[], :drafted::text[])""")
                .param("district", DistrictScope.require().value())
                .param("replay", id.value())
                .param("topic", topic)
                .param("students", texts(changes, each -> each.student().toString()))
                .param("subjects", texts(changes, Foretold::subject))
                .param("today", texts(changes, each -> each.today().words()))
                .param("drafted", texts(changes, each -> each.drafted().words()))
                .update();
    }

    private static String[] texts(List<Foretold> changes, Function<Foretold, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    /** What of one topic would be another, for each student. */
    List<ForetoldChange> changes(ReplayId id, String topic) {
        return database.sql("""
                select student_id, subject, today, drafted from insight.replay_choice
                where replay_id = ? and topic = ? order by subject""")
                .params(id.value(), topic)
                .query((row, n) -> new ForetoldChange(
                        new StudentId(row.getObject("student_id", UUID.class)),
                        row.getString("subject"),
                        row.getString("today"),
                        row.getString("drafted")))
                .list();
    }

    /** Of whom another answer would change something. */
    Set<StudentId> concerned(ReplayId id) {
        return database.sql("select distinct student_id from insight.replay_choice where replay_id = ?")
                .param(id.value())
                .query((row, n) -> new StudentId(row.getObject(1, UUID.class)))
                .set();
    }

    void addStudents(ReplayId id, List<Changes> changes) {
        database.sql("""
                insert into insight.replay_student
                    (district_id, replay_id, student_id, subject, advances, falls, due, begins)
                select :district, :replay, * from unnest(:students::uuid[], :subjects::text[], :advances::int[],
                                                         :falls::int[], :due::int[], :begins::int[])""")
                .param("district", DistrictScope.require().value())
                .param("replay", id.value())
                .param(
                        "students",
                        changes.stream().map(c -> c.student().toString()).toArray(String[]::new))
                .param("subjects", changes.stream().map(Changes::subject).toArray(String[]::new))
                .param("advances", changes.stream().map(Changes::advances).toArray(Integer[]::new))
                .param("falls", changes.stream().map(Changes::falls).toArray(Integer[]::new))
                .param("due", changes.stream().map(Changes::due).toArray(Integer[]::new))
                .param("begins", changes.stream().map(Changes::begins).toArray(Integer[]::new))
                .update();
    }

    /** What would change for each student, of all subjects or of one. */
    List<Changes> students(ReplayId id, Optional<String> subject) {
        return database.sql("""
                select student_id, subject, advances, falls, due, begins from insight.replay_student
                where replay_id = :id and (:subject::text is null or subject = :subject)""")
                .param("id", id.value())
                .param("subject", subject.orElse(null))
                .query((row, n) -> new Changes(
                        new StudentId(row.getObject("student_id", UUID.class)),
                        row.getString("subject"),
                        row.getInt("advances"),
                        row.getInt("falls"),
                        row.getInt("due"),
                        row.getInt("begins")))
                .list();
    }

    private static Replay replay(ResultSet row, int n) throws SQLException {
        return new Replay(
                new ReplayId(row.getObject("id", UUID.class)),
                new Proposal(row.getString("title"), ChoicesJson.kept(row.getString("choices"))),
                Replay.Stage.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("asked_at").toInstant(),
                row.getLong("done"),
                row.getLong("total"),
                Optional.ofNullable(row.getString("comparison")).map(json -> JSON.readValue(json, Comparison.class)),
                List.of(JSON.readValue(row.getString("foretold"), Foresight[].class)));
    }
}
