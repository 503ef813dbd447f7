package org.ownpath.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PieceId;

/**
 * What PostgreSQL alone does for one record, by plain statements that are prepared once: it adds the entry, reads what the
 * ledger holds of its pair, writes a judgement that nobody had to make, counts the change, and commits.
 */
final class RecordByHand implements AutoCloseable {

    /** Adds one entry of a pair. */
    static final String ENTRY = """
            insert into evidence.entry
                (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by, shown_at,
                 recorded_at, rating, kind, form, depth, context, purpose, result, task)
            values (?, ?, ?, ?, ?, ?, ?, now(), now(), 3, 'evidence', 'test', 'apply', 'class', 'summative',
                    'rated', 'Benchmark')""";

    private static final String HISTORY = """
            select piece_id, kind, replaces, form, depth, context, purpose, observer_id, result, rating, shown_at,
                   recorded_at
            from evidence.entry where student_id = ? and competency_id = ?""";

    private static final String JUDGEMENT = """
            insert into mastery.judgement
                (district_id, student_id, competency_id, state, value, pieces, seen, seen_before, engine_version, judged_at)
            values (?, ?, ?, 'mastered', 3, 1, 1, 0, 'none', now())
            on conflict (student_id, competency_id) do update
            set state = excluded.state, value = excluded.value, pieces = excluded.pieces, seen = excluded.seen,
                seen_before = excluded.seen_before, judged_at = excluded.judged_at""";

    private static final String CHANGE = """
            insert into mastery.student (student_id, district_id, changes) values (?, ?, 1)
            on conflict (student_id) do update set changes = student.changes + 1""";

    private final Viewer viewer;
    private final Connection connection;
    private final PreparedStatement entry;
    private final PreparedStatement history;
    private final PreparedStatement judgement;
    private final PreparedStatement change;

    RecordByHand(DataSource connections, Viewer viewer) throws SQLException {
        this.viewer = viewer;
        this.connection = connections.getConnection();
        connection.setAutoCommit(false);
        this.entry = connection.prepareStatement(ENTRY);
        this.history = connection.prepareStatement(HISTORY);
        this.judgement = connection.prepareStatement(JUDGEMENT);
        this.change = connection.prepareStatement(CHANGE);
    }

    /** Whom an entry is about, and what. */
    record Pair(UUID student, UUID competency) {}

    /** The parameters of {@link #ENTRY}. */
    static List<Object> entry(Viewer viewer, Pair pair) {
        return List.of(
                viewer.district().value(),
                pair.student(),
                pair.competency(),
                PieceId.next().value(),
                new UUID(0, 1),
                viewer.person().value(),
                viewer.account().value());
    }

    void record(Pair pair) {
        UUID district = viewer.district().value();
        try {
            update(entry, entry(viewer, pair));
            read(pair);
            update(judgement, List.of(district, pair.student(), pair.competency()));
            update(change, List.of(pair.student(), district));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused a record by hand.", e);
        }
    }

    private void read(Pair pair) throws SQLException {
        set(history, List.of(pair.student(), pair.competency()));
        try (ResultSet rows = history.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void update(PreparedStatement statement, List<Object> values) throws SQLException {
        set(statement, values);
        statement.executeUpdate();
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
