package org.ownpath.exchange.oneroster.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.DistrictScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of gradebooks was sent to which system, as the database keeps it. */
@Component
class SentRows {

    private final JdbcClient database;

    SentRows(JdbcClient database) {
        this.database = database;
    }

    /** Whether a system's results are due to be sent: of two copies of the product at once, one is told so. */
    boolean takeDue(StudentSystemId system, Instant now, Instant next) {
        return database.sql("""
                update exchange.student_system set results_next_at = ?
                where id = ? and ended_at is null and results_next_at <= ?""")
                        .params(Timestamp.from(next), system.value(), Timestamp.from(now))
                        .update()
                == 1;
    }

    /** From when on results are sent; empty for never. */
    void sendFrom(StudentSystemId system, Optional<Instant> next) {
        database.sql("update exchange.student_system set results_next_at = :next where id = :id")
                .param("next", next.map(Timestamp::from).orElse(null))
                .param("id", system.value())
                .update();
    }

    Optional<Instant> nextSending(StudentSystemId system) {
        return database.sql("select results_next_at from exchange.student_system where id = ?")
                .param(system.value())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** The digests of what arrived last, by kind and id. */
    Map<String, String> arrived(StudentSystemId system) {
        Map<String, String> arrived = new HashMap<>();
        database.sql("""
                select kind, sourced_id, digest from exchange.gradebook_sent where system_id = ? and failed_why = ''""").param(system.value()).query(row -> {
            arrived.put(row.getString(1) + "/" + row.getString(2), row.getString(3));
        });
        return arrived;
    }

    void sent(StudentSystemId system, GradebookRow row, String digest, String failedWhy, Instant now) {
        database.sql("""
                insert into exchange.gradebook_sent
                    (district_id, system_id, kind, sourced_id, title, student_id, digest, sent_at, failed_why)
                values (:district, :system, :kind, :id, :title, :student, :digest, :now, :why)
                on conflict (system_id, kind, sourced_id) do update
                set digest = excluded.digest, sent_at = excluded.sent_at, failed_why = excluded.failed_why,
                    title = excluded.title""")
                .param("district", DistrictScope.require().value())
                .param("system", system.value())
                .param("kind", row.kind())
                .param("id", row.sourcedId())
                .param("title", row.title())
                .param("student", row.student().map(student -> student.value()).orElse(null))
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .param("why", failedWhy)
                .update();
    }

    List<SentResult> failed(StudentSystemId system, int most) {
        return listed(system, "failed_why <> ''", most);
    }

    List<SentResult> newest(StudentSystemId system, int most) {
        return listed(system, "failed_why = ''", most);
    }

    private List<SentResult> listed(StudentSystemId system, String which, int most) {
        return database.sql("select * from exchange.gradebook_sent where system_id = ? and " + which
                        + " order by sent_at desc, kind desc limit ?")
                .params(system.value(), most)
                .query(SentRows::read)
                .list();
    }

    long count(StudentSystemId system, boolean failed) {
        return database.sql(
                        "select count(*) from exchange.gradebook_sent where system_id = ? and (failed_why <> '') = ?")
                .params(system.value(), failed)
                .query(Long.class)
                .single();
    }

    private static SentResult read(ResultSet row, int n) throws SQLException {
        return new SentResult(
                row.getString("kind"),
                row.getString("title"),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("failed_why"));
    }
}
