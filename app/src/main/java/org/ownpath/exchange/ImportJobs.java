package org.ownpath.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.ImportJobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored jobs. A job moves from one state to another only from the state that it is thought to be in. */
@Component
class ImportJobs {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JdbcClient database;
    private final Clock clock;

    ImportJobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was asked for, and by whom. */
    record Order(String kind, String fileName, String fileHash, Map<String, String> options, AccountId by) {}

    ImportJobId add(Viewer viewer, Order order) {
        ImportJobId id = ImportJobId.next();
        database.sql("""
                insert into exchange.import_job
                    (id, district_id, kind, file_name, file_hash, options, state, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?::jsonb, 'checking', ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        order.kind(),
                        order.fileName(),
                        order.fileHash(),
                        JSON.writeValueAsString(order.options()),
                        order.by().value(),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    Order order(ImportJobId id) {
        return database.sql("select * from exchange.import_job where id = ?")
                .param(id.value())
                .query((row, n) -> new Order(
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getString("file_hash"),
                        JSON.readValue(row.getString("options"), new TypeReference<Map<String, String>>() {}),
                        new AccountId(row.getObject("requested_by", UUID.class))))
                .single();
    }

    Optional<ImportJob> find(ImportJobId id) {
        return database.sql("select * from exchange.import_job where id = ?")
                .param(id.value())
                .query(ImportJobs::read)
                .optional();
    }

    List<ImportJob> latest() {
        return database.sql("select * from exchange.import_job order by requested_at desc limit 50")
                .query(ImportJobs::read)
                .list();
    }

    List<ImportJobId> running() {
        return database
                .sql("select id from exchange.import_job where state in ('checking', 'applying') order by requested_at")
                .query(UUID.class)
                .list()
                .stream()
                .map(ImportJobId::new)
                .toList();
    }

    boolean move(ImportJobId id, String from, String to) {
        return database.sql("""
                update exchange.import_job set state = ?, phase = '', done = 0, total = -1 where id = ? and state = ?""").params(to, id.value(), from).update() == 1;
    }

    /** Ends the work on a job; false when somebody has cancelled it meanwhile. */
    boolean finish(ImportJob job, Read<Changes> result, String state) {
        return database.sql("""
                update exchange.import_job set state = ?, report = ?::jsonb, finished_at = ?, phase = ''
                where id = ? and state = ?""")
                        .params(
                                state,
                                JSON.writeValueAsString(ImportJob.Report.of(result)),
                                Timestamp.from(clock.instant()),
                                job.id().value(),
                                job.state())
                        .update()
                == 1;
    }

    /** Tells how far a job has come; false when it is in that state no longer. */
    boolean tell(ImportJob job, String phase, long done, long total) {
        return database.sql("""
                update exchange.import_job set phase = ?, done = ?, total = ? where id = ? and state = ?""")
                        .params(phase, done, total, job.id().value(), job.state())
                        .update()
                == 1;
    }

    private static ImportJob read(ResultSet row, int n) throws SQLException {
        String report = row.getString("report");
        String phase = row.getString("phase");
        return new ImportJob(
                new ImportJobId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("state"),
                row.getTimestamp("requested_at").toInstant(),
                phase == null ? "" : phase,
                row.getLong("done"),
                row.getLong("total"),
                report.equals("{}") ? ImportJob.Report.EMPTY : JSON.readValue(report, ImportJob.Report.class));
    }
}
