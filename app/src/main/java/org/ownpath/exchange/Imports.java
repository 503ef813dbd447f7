package org.ownpath.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.ContentFiles;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.ImportJobId;
import org.ownpath.shared.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The front door of exchange: a file is requested, checked in the background, and applied when somebody says so. */
@Component
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WAITING = 100;
    private static final int SAMPLE = 200;
    private static final long BETWEEN_REPORTS_MILLIS = 500;

    private final ImportWork work;
    private final ContentFiles files;
    private final JdbcClient database;
    private final Access access;
    private final Accounts accounts;
    private final Clock clock;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), run -> new Thread(run, "imports"));

    Imports(ImportWork work, ContentFiles files, JdbcClient database, Access access, Accounts accounts, Clock clock) {
        this.work = work;
        this.files = files;
        this.database = database;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Requested(Viewer viewer, String hash, Map<String, String> options) {}

    /** Keeps the file and begins to check it. Kinds: framework, roster, evidence. */
    public ImportJobId request(
            Viewer viewer, String kind, String fileName, InputStream content, Map<String, String> options) {
        access.require(viewer, Role.ADMINISTRATOR);
        ContentFiles.Kept kept = files.keep(content);
        ImportJobId id = ImportJobId.next();
        database.sql("""
                insert into exchange.import_job
                    (id, district_id, kind, file_name, file_hash, options, state, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?::jsonb, 'checking', ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        kind,
                        fileName,
                        kept.hash(),
                        JSON.writeValueAsString(new Requested(viewer, kept.hash(), options)),
                        viewer.account().value(),
                        Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "import.requested", kind, fileName);
        start(viewer.district(), id);
        return id;
    }

    /** Applies a job that is ready; any other is left as it is. */
    public void apply(Viewer viewer, ImportJobId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (move(id, "ready", "applying")) {
            access.audit(viewer, "import.applied", id.toString(), "");
            start(viewer.district(), id);
        }
    }

    /** Stops a job that is being checked or waits to be applied. */
    public void cancel(Viewer viewer, ImportJobId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (move(id, "checking", "cancelled") || move(id, "ready", "cancelled")) {
            access.audit(viewer, "import.cancelled", id.toString(), "");
        }
    }

    /** One job, if it is there. */
    public Optional<ImportJob> job(Viewer viewer, ImportJobId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return find(id);
    }

    /** The newest jobs. */
    public List<ImportJob> latest(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return database.sql("select * from exchange.import_job order by requested_at desc limit 50")
                .query(Imports::read)
                .list();
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(
                    district,
                    () -> database.sql("select id from exchange.import_job where state in ('checking', 'applying')")
                            .query(UUID.class)
                            .list()
                            .forEach(id -> start(district, new ImportJobId(id))));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private void start(DistrictId district, ImportJobId id) {
        worker.execute(() -> DistrictScope.run(district, () -> work(id)));
    }

    private void work(ImportJobId id) {
        ImportJob job = find(id).orElseThrow();
        if (!job.running()) {
            return;
        }
        boolean apply = job.state().equals("applying");
        try {
            Requested requested = database.sql("select options from exchange.import_job where id = ?")
                    .param(id.value())
                    .query((row, n) -> JSON.readValue(row.getString(1), Requested.class))
                    .single();
            Source source = new Source(job.fileName(), Files.readAllBytes(files.path(requested.hash())));
            Read<List<Change>> result = work.run(
                    new ImportWork.Task(requested.viewer(), job.kind(), source, requested.options(), apply),
                    progress(id));
            finish(job, result, apply);
        } catch (IOException e) {
            fail(job, apply, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            fail(job, apply, e);
        }
    }

    private void fail(ImportJob job, boolean apply, RuntimeException e) {
        LOG.error("Import {} failed", job.id(), e);
        finish(
                job,
                new Read.Unreadable<>(List.of(org.ownpath.shared.Problem.ofFile(
                        job.fileName(),
                        "The import met an error and changed nothing: " + e.getMessage() + ". Try it again."))),
                apply);
    }

    private void finish(ImportJob job, Read<List<Change>> result, boolean apply) {
        boolean good = result instanceof Read.Parsed<?>;
        String state = apply ? (good ? "applied" : "failed") : (good ? "ready" : "refused");
        database.sql("""
                update exchange.import_job set state = ?, report = ?::jsonb, finished_at = ?, phase = ''
                where id = ? and state = ?""")
                .params(
                        state,
                        JSON.writeValueAsString(report(result)),
                        Timestamp.from(clock.instant()),
                        job.id().value(),
                        job.state())
                .update();
    }

    private static ImportJob.Report report(Read<List<Change>> result) {
        if (result instanceof Read.Parsed<List<Change>> parsed) {
            Map<String, Integer> counts = new TreeMap<>();
            parsed.value()
                    .forEach(c -> counts.merge(
                            c.what() + ": " + c.kind().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
            return new ImportJob.Report(
                    counts, parsed.value().stream().limit(SAMPLE).toList(), List.of());
        }
        return new ImportJob.Report(
                Map.of(),
                List.of(),
                ((Read.Unreadable<?>) result).problems().stream().limit(SAMPLE).toList());
    }

    private Progress progress(ImportJobId id) {
        long[] last = {0};
        return (phase, done, total) -> {
            long now = clock.millis();
            if (now - last[0] < BETWEEN_REPORTS_MILLIS) {
                return;
            }
            last[0] = now;
            // Written on another thread, so that it is seen before the work's own transaction ends.
            DistrictId district = DistrictScope.require();
            Thread writer = new Thread(() -> DistrictScope.run(
                    district,
                    () -> database.sql("update exchange.import_job set phase = ?, done = ?, total = ? where id = ?")
                            .params(phase, done, total, id.value())
                            .update()));
            writer.start();
        };
    }

    private boolean move(ImportJobId id, String from, String to) {
        return database.sql("update exchange.import_job set state = ? where id = ? and state = ?")
                        .params(to, id.value(), from)
                        .update()
                == 1;
    }

    private Optional<ImportJob> find(ImportJobId id) {
        return database.sql("select * from exchange.import_job where id = ?")
                .param(id.value())
                .query(Imports::read)
                .optional();
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
