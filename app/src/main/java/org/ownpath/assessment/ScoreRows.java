package org.ownpath.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of scores. */
@Component
class ScoreRows {

    private final JdbcClient database;

    ScoreRows(JdbcClient database) {
        this.database = database;
    }

    /** The scores of a demonstration, first to last. */
    List<Score> of(DemonstrationId id) {
        return database.sql("select * from assessment.score where demonstration_id = ? order by at, id")
                .param(id.value())
                .query(ScoreRows::score)
                .list();
    }

    /** The demonstrations that somebody has given marks for. */
    Set<DemonstrationId> scoredBy(PersonId scorer) {
        return database
                .sql("select demonstration_id from assessment.score where scorer_id = ?")
                .param(scorer.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(DemonstrationId::new)
                .collect(Collectors.toSet());
    }

    /** The demonstrations that these pieces of evidence came of. */
    Map<PieceId, DemonstrationId> origins(Collection<PieceId> pieces) {
        return database
                .sql("select piece_id, demonstration_id from assessment.score where piece_id = any(?)")
                .param(pieces.stream().map(PieceId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        new PieceId(row.getObject(1, UUID.class)), new DemonstrationId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The marks of all that was scored twice, by demonstration, the first scorer's first. */
    List<Twice> twice() {
        return database.sql("""
                select d.id, d.title, one.scorer_name as one, two.scorer_name as two,
                       one.marks as one_marks, two.marks as two_marks
                from assessment.demonstration d
                join assessment.score one on one.demonstration_id = d.id and one.part = 'first'
                join assessment.score two on two.demonstration_id = d.id and two.part = 'second'
                order by d.title, d.id""")
                .query((row, n) -> new Twice(
                        new DemonstrationId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("one"),
                        row.getString("two"),
                        Json.read(row.getString("one_marks"), Marks.class),
                        Json.read(row.getString("two_marks"), Marks.class)))
                .list();
    }

    /** What two people gave to the same work. */
    record Twice(DemonstrationId id, String title, String one, String two, Marks oneMarks, Marks twoMarks) {}

    /** Adds a score; whether there was none of this part. */
    boolean add(DistrictId district, DemonstrationId id, Score score) {
        ScoreSheet sheet = score.sheet();
        return database.sql("""
                        insert into assessment.score (id, district_id, demonstration_id, part, scorer_id, scorer_name, at,
                            marks, feedback, next_step, practice_first, artifacts, depth, context, piece_id)
                        values (:id, :district, :demonstration, :part, :scorer, :name, :at, :marks::jsonb, :feedback,
                            :next, :practice, :files::text[], :depth, :context, :piece) on conflict do nothing""")
                        .param("id", TimeOrdered.next())
                        .param("district", district.value())
                        .param("demonstration", id.value())
                        .param("part", score.part().code())
                        .param("scorer", score.scorer().value())
                        .param("name", score.scorerName())
                        .param("at", Timestamp.from(score.at()))
                        .param("marks", Json.write(sheet.marks()))
                        .param("feedback", sheet.feedback().words())
                        .param("next", sheet.feedback().nextStep())
                        .param("practice", sheet.feedback().practiceFirst())
                        .param("files", sheet.feedback().files().toArray(String[]::new))
                        .param("depth", sheet.depth().code())
                        .param("context", sheet.context().code())
                        .param("piece", score.piece().map(PieceId::value).orElse(null))
                        .update()
                == 1;
    }

    private static Score score(ResultSet row, int n) throws SQLException {
        return new Score(
                Score.Part.ofCode(row.getString("part")),
                new PersonId(row.getObject("scorer_id", UUID.class)),
                row.getString("scorer_name"),
                row.getTimestamp("at").toInstant(),
                new ScoreSheet(
                        Json.read(row.getString("marks"), Marks.class),
                        new Feedback(
                                row.getString("feedback"),
                                row.getString("next_step"),
                                row.getBoolean("practice_first"),
                                Arrays.asList(
                                        (String[]) row.getArray("artifacts").getArray())),
                        Depth.ofCode(row.getString("depth")).orElseThrow(),
                        Context.ofCode(row.getString("context")).orElseThrow()),
                Optional.ofNullable(row.getObject("piece_id", UUID.class)).map(PieceId::new));
    }
}
