package org.ownpath.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.DesignChoices;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads many pieces into the ledger by COPY, in one transaction with their judgements.
 *
 * <p>PostgreSQL refuses COPY into a table under row-level security, so the rows go in as {@code ownpath_bulk}, which may
 * do nothing but insert here, and only into the district of the connection.
 */
@Component
public class BulkLedger {

    private static final int TOLD_EVERY = 5000;

    private final DataSource pool;
    private final JdbcClient database;
    private final LedgerReading reading;
    private final List<LedgerFollower> followers;
    private final Frameworks frameworks;
    private final Roster roster;
    private final DesignChoices choices;
    private final Access access;

    BulkLedger(
            DataSource pool,
            JdbcClient database,
            LedgerReading reading,
            List<LedgerFollower> followers,
            Frameworks frameworks,
            Roster roster,
            DesignChoices choices,
            Access access) {
        this.pool = pool;
        this.database = database;
        this.reading = reading;
        this.followers = followers;
        this.frameworks = frameworks;
        this.roster = roster;
        this.choices = choices;
        this.access = access;
    }

    /** A piece and when it was recorded where it comes from. */
    public record Row(Observation observation, Instant recordedAt) {

        /** Keeps the moment in the ledger's precision of microseconds. */
        public Row {
            recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** What is asked of each piece, by the frameworks and design choices of the current district. */
    public RowCheck check() {
        Curriculum curriculum = frameworks.curriculum();
        return new RowCheck(curriculum, new Acceptance(choices.book(), curriculum));
    }

    /**
     * Loads the pieces, all or none; gives how many entries they are.
     *
     * @throws IllegalArgumentException with the reason, when a piece cannot be taken
     * @throws DataIntegrityViolationException when one is in the ledger already
     */
    @Transactional
    public long append(Viewer viewer, Iterator<Row> rows, Progress progress) {
        access.require(viewer, Role.ADMINISTRATOR);
        Touched touched = new Touched(newcomers());
        long entries = copy(viewer, rows, touched, progress);
        judge(touched, progress);
        return entries;
    }

    /** The students on the roster of whom the ledger knows nothing yet. */
    public Set<StudentId> newcomers() {
        return database
                .sql("""
                select t.student from unnest(:students::uuid[]) as t (student)
                where (select 1 from evidence.entry e where e.student_id = t.student limit 1) is null""")
                .param(
                        "students",
                        roster.students().stream().map(p -> p.id().toString()).toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(StudentId::new)
                .collect(Collectors.toSet());
    }

    private long copy(Viewer viewer, Iterator<Row> rows, Touched touched, Progress progress) {
        Curriculum curriculum = frameworks.curriculum();
        RowCheck check = check();
        database.sql("set local role ownpath_bulk").update();
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(EntryCopy.SQL);
            try {
                EntryCopy entries = new EntryCopy(copy, viewer, curriculum);
                long written = write(entries, rows, check, touched, progress);
                entries.end();
                copy.endCopy();
                // after a failure the transaction ends and the role with it
                database.sql("reset role").update();
                return written;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DataIntegrityViolationException("The pieces could not be loaded: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private static long write(EntryCopy entries, Iterator<Row> rows, RowCheck check, Touched touched, Progress progress)
            throws SQLException {
        long written = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            List<Reason> reasons = check.reasons(row);
            if (!reasons.isEmpty()) {
                throw new IllegalArgumentException(reasons.get(0).text());
            }
            for (Observation.Rating rating : row.observation().ratings()) {
                entries.add(row.observation(), row.recordedAt(), rating);
                touched.add(row.observation(), row.recordedAt(), rating);
                if (++written % TOLD_EVERY == 0) {
                    progress.at("Writing", written, -1);
                }
            }
        }
        return written;
    }

    private void judge(Touched touched, Progress progress) {
        long[] done = {0};
        touched.forEachChunk(reading, chunk -> {
            followers.forEach(follower -> follower.recorded(chunk));
            done[0] += chunk.size();
            progress.at("Judging", done[0], touched.size());
        });
    }
}
