package org.ownpath.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.Progress;
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

    private static final int JUDGED_AT_ONCE = 2000;
    private static final int TOLD_EVERY = 5000;
    private static final String COPY = """
            copy evidence.entry (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by,
                shown_at, recorded_at, rating, kind, form, depth, context, purpose, result, task, note) from stdin""";

    private final DataSource pool;
    private final JdbcClient database;
    private final List<LedgerFollower> followers;
    private final Frameworks frameworks;
    private final Access access;

    BulkLedger(
            DataSource pool,
            JdbcClient database,
            List<LedgerFollower> followers,
            Frameworks frameworks,
            Access access) {
        this.pool = pool;
        this.database = database;
        this.followers = followers;
        this.frameworks = frameworks;
        this.access = access;
    }

    /** A piece and when it was recorded where it comes from. */
    public record Row(Observation observation, Instant recordedAt) {}

    /**
     * Loads the pieces, all or none; gives how many entries they are.
     *
     * @throws IllegalArgumentException with the reasons, when a piece cannot be taken
     * @throws org.springframework.dao.DuplicateKeyException when one is in the ledger already
     */
    @Transactional
    public long append(Viewer viewer, Iterator<Row> rows, Progress progress) {
        access.require(viewer, Role.ADMINISTRATOR);
        Set<Showing> touched = new LinkedHashSet<>();
        long entries = copy(viewer, rows, frameworks.curriculum(), touched, progress);
        judge(touched, progress);
        return entries;
    }

    private long copy(
            Viewer viewer, Iterator<Row> rows, Curriculum curriculum, Set<Showing> touched, Progress progress) {
        database.sql("set local role ownpath_bulk").update();
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                long entries = write(copy, viewer, rows, curriculum, touched, progress);
                copy.endCopy();
                // after a failure the transaction ends and the role with it
                database.sql("reset role").update();
                return entries;
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

    private static long write(
            CopyIn copy,
            Viewer viewer,
            Iterator<Row> rows,
            Curriculum curriculum,
            Set<Showing> touched,
            Progress progress)
            throws SQLException {
        long entries = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            check(row, curriculum);
            byte[] lines = lines(viewer, row, curriculum).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(lines, 0, lines.length);
            row.observation().ratings().forEach(rating -> touched.add(rating.showing()));
            entries += row.observation().ratings().size();
            if (entries % TOLD_EVERY == 0) {
                progress.at("Writing", entries, -1);
            }
        }
        return entries;
    }

    private void judge(Set<Showing> touched, Progress progress) {
        Set<Showing> chunk = new LinkedHashSet<>();
        long done = 0;
        for (Showing showing : touched) {
            chunk.add(showing);
            done++;
            if (chunk.size() == JUDGED_AT_ONCE || done == touched.size()) {
                Set<Showing> whole = Set.copyOf(chunk);
                followers.forEach(follower -> follower.recorded(whole));
                chunk.clear();
                progress.at("Judging", done, touched.size());
            }
        }
    }

    private static void check(Row row, Curriculum curriculum) {
        List<String> reasons = ObservationCheck.reasons(row.observation(), curriculum, row.recordedAt());
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", reasons));
        }
    }

    private static String lines(Viewer viewer, Row row, Curriculum curriculum) {
        Observation piece = row.observation();
        StringBuilder lines = new StringBuilder();
        for (Observation.Rating rating : piece.ratings()) {
            Double value = LedgerRows.rating(rating.result(), false);
            lines.append(viewer.district())
                    .append('\t')
                    .append(rating.student())
                    .append('\t')
                    .append(rating.competency())
                    .append('\t')
                    .append(piece.piece())
                    .append('\t')
                    .append(LedgerRows.edition(curriculum, rating))
                    .append('\t')
                    .append(piece.observer())
                    .append('\t')
                    .append(viewer.account())
                    .append('\t')
                    .append(piece.shownAt())
                    .append('\t')
                    .append(row.recordedAt())
                    .append('\t')
                    .append(value == null ? "\\N" : value.toString())
                    .append("\tevidence\t")
                    .append(piece.nature().form().code())
                    .append('\t')
                    .append(piece.nature().depth().code())
                    .append('\t')
                    .append(piece.nature().context().code())
                    .append('\t')
                    .append(piece.nature().purpose().code())
                    .append('\t')
                    .append(LedgerRows.result(rating.result()))
                    .append('\t')
                    .append(text(piece.task().orElse(null)))
                    .append('\t')
                    .append(text(piece.note().orElse(null)))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null
                ? "\\N"
                : text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
