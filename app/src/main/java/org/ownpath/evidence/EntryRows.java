package org.ownpath.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the ledger as entries and as the engine's pieces. */
final class EntryRows {

    /** Entries with the piece that replaces each, if any is known by a moment. */
    static final String ENTRY = """
            select e.*, r.piece_id as replaced_by
            from evidence.entry e
            left join evidence.entry r on r.student_id = e.student_id and r.competency_id = e.competency_id
                                      and r.replaces = e.piece_id and r.recorded_at <= :by
            """;

    /** What the engine needs of an entry, after the pair that it is about. */
    static final String JUDGED_COLUMNS = """
            e.piece_id, e.kind, e.replaces, e.form, e.depth, e.context, e.purpose, e.observer_id, e.result, e.rating,
            e.shown_at, e.recorded_at
            """;

    private EntryRows() {}

    static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                new PieceId(uuid(row, "piece_id")),
                new StudentId(uuid(row, "student_id")),
                new CompetencyId(uuid(row, "competency_id")),
                new EditionId(uuid(row, "edition_id")),
                row.getString("kind").equals("withdrawal"),
                new Observation.Nature(form(row), depth(row), context(row), purpose(row)),
                result(row),
                new PersonId(uuid(row, "observer_id")),
                row.getTimestamp("shown_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                Optional.ofNullable(row.getString("task")),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("replaces", UUID.class)).map(PieceId::new),
                Optional.ofNullable(row.getObject("replaced_by", UUID.class)).map(PieceId::new),
                texts(row.getArray("artifacts")));
    }

    /** Reads rows of pairs with {@link #JUDGED_COLUMNS}, which are null where a pair has no entry. */
    static Map<Showing, History> histories(JdbcClient.StatementSpec query) {
        Map<Showing, History.Builder> histories = new HashMap<>();
        query.query((ResultSet row) -> {
            History.Builder history = histories.computeIfAbsent(showing(row), first -> new History.Builder());
            if (row.getObject("piece_id", UUID.class) != null) {
                addTo(history, row);
            }
        });
        Map<Showing, History> built = new HashMap<>();
        histories.forEach((showing, history) -> built.put(showing, history.build()));
        return built;
    }

    private static void addTo(History.Builder history, ResultSet row) throws SQLException {
        UUID replaces = row.getObject("replaces", UUID.class);
        if (replaces != null) {
            history.replaced(replaces);
        }
        if (row.getString("kind").equals("evidence")) {
            history.shown(piece(row));
        } else {
            history.withdrawn();
        }
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                uuid(row, "piece_id"),
                form(row),
                depth(row),
                context(row),
                purpose(row),
                uuid(row, "observer_id"),
                result(row),
                row.getTimestamp("shown_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant());
    }

    static Showing showing(ResultSet row) throws SQLException {
        return new Showing(new StudentId(uuid(row, "student_id")), new CompetencyId(uuid(row, "competency_id")));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Form form(ResultSet row) throws SQLException {
        return Form.ofCode(row.getString("form")).orElseThrow();
    }

    private static Depth depth(ResultSet row) throws SQLException {
        return Depth.ofCode(row.getString("depth")).orElseThrow();
    }

    private static Context context(ResultSet row) throws SQLException {
        return Context.ofCode(row.getString("context")).orElseThrow();
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return Purpose.ofCode(row.getString("purpose")).orElseThrow();
    }

    private static Result result(ResultSet row) throws SQLException {
        return switch (row.getString("result")) {
            case "rated" -> new Result.Rated(row.getDouble("rating"));
            case "missed" -> new Result.Missed();
            case "excused" -> new Result.Excused();
            default -> throw new IllegalStateException("Unknown result " + row.getString("result"));
        };
    }

    private static List<String> texts(java.sql.@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
