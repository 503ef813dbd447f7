package org.ownpath.exchange.lti.tools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores that tools sent, as the database keeps them. */
@Component
class ToolScoreRows {

    private final JdbcClient database;

    ToolScoreRows(JdbcClient database) {
        this.database = database;
    }

    /** The last thing that a tool said of somebody. */
    record Result(StudentId student, Instant at, OptionalDouble given, double maximum, String comment) {}

    /** What became of a score. */
    record Became(Optional<PieceId> piece, String why) {}

    void insert(LineItem item, StudentId student, Score score, Became became, Instant now) {
        database.sql("""
                insert into exchange.lti_score (line_item_id, district_id, student_id, said_at, given, maximum, comment,
                    activity, grading, received_at, piece_id, why)
                values (:item, :district, :student, :at, :given, :maximum, :comment, :activity, :grading, :now, :piece, :why)""")
                .param("item", item.id())
                .param("district", DistrictScope.require().value())
                .param("student", student.value())
                .param("at", Timestamp.from(score.at()))
                .param("given", score.given().isPresent() ? score.given().getAsDouble() : null, Types.DOUBLE)
                .param("maximum", score.given().isPresent() ? score.maximum() : null, Types.DOUBLE)
                .param("comment", score.said().comment())
                .param("activity", score.said().activity())
                .param("grading", score.said().grading())
                .param("now", Timestamp.from(now))
                .param("piece", became.piece().map(PieceId::value).orElse(null), Types.OTHER)
                .param("why", became.why())
                .update();
    }

    /** Whether the same was said already; empty where nothing was said of that moment. */
    Optional<Boolean> same(LineItem item, StudentId student, Score score) {
        return database.sql("""
                select given is not distinct from :given and maximum is not distinct from :maximum and comment = :comment
                    and activity = :activity and grading = :grading
                from exchange.lti_score where line_item_id = :item and student_id = :student and said_at = :at""")
                .param("item", item.id())
                .param("student", student.value())
                .param("at", Timestamp.from(score.at()))
                .param("given", score.given().isPresent() ? score.given().getAsDouble() : null, Types.DOUBLE)
                .param("maximum", score.given().isPresent() ? score.maximum() : null, Types.DOUBLE)
                .param("comment", score.said().comment())
                .param("activity", score.said().activity())
                .param("grading", score.said().grading())
                .query(Boolean.class)
                .optional();
    }

    /** When something was said last of somebody. */
    Optional<Instant> latest(LineItem item, StudentId student) {
        return database.sql("select max(said_at) from exchange.lti_score where line_item_id = ? and student_id = ?")
                .params(item.id(), student.value())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** The last of each student, or of one. */
    List<Result> results(LineItem item, Optional<StudentId> student, int from, int most) {
        return database.sql("""
                select distinct on (student_id) * from exchange.lti_score
                where line_item_id = :item and (cast(:student as uuid) is null or student_id = cast(:student as uuid))
                order by student_id, said_at desc offset :from limit :most""")
                .param("item", item.id())
                .param("student", student.map(StudentId::value).orElse(null), Types.OTHER)
                .param("from", from)
                .param("most", most)
                .query(ToolScoreRows::result)
                .list();
    }

    /** What became of what tools sent, newest first. */
    List<ToolOutcome> outcomes(int most) {
        return database.sql("""
                select s.*, t.name, i.label from exchange.lti_score s
                join exchange.lti_line_item i on i.id = s.line_item_id join exchange.lti_tool t on t.id = i.tool_id
                where s.district_id = (select access.current_district()) order by s.received_at desc limit ?""")
                .param(most)
                .query((row, n) -> new ToolOutcome(
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("name"),
                        row.getString("label"),
                        Optional.ofNullable(row.getObject("piece_id", UUID.class))
                                .map(PieceId::new),
                        row.getString("why")))
                .list();
    }

    private static Result result(ResultSet row, int n) throws SQLException {
        Double given = number(row, "given");
        Double maximum = number(row, "maximum");
        return new Result(
                new StudentId(row.getObject("student_id", UUID.class)),
                row.getTimestamp("said_at").toInstant(),
                given == null ? OptionalDouble.empty() : OptionalDouble.of(given),
                maximum == null ? 0 : maximum,
                row.getString("comment"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
