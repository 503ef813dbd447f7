package org.ownpath.assessment.items;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries and their answers in the database. */
@Component
class AttemptRows {

    private final JdbcClient database;

    AttemptRows(JdbcClient database) {
        this.database = database;
    }

    /** Adds a try; false when the student has another one of the same test. */
    boolean add(Attempt attempt) {
        return database.sql("""
                insert into assessment.attempt (id, district_id, student_id, pool_id, offer_id, title, competencies,
                    items, seed, started_at, until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                attempt.id().value(),
                                DistrictScope.require().value(),
                                attempt.student().value(),
                                attempt.test().pool(),
                                attempt.test().offer().map(OfferId::value).orElse(null),
                                attempt.test().title(),
                                ids(attempt.test().competencies().stream()
                                        .map(CompetencyId::value)
                                        .toList()),
                                attempt.test()
                                        .items()
                                        .map(items -> ids(items.stream()
                                                .map(ItemId::value)
                                                .toList()))
                                        .orElse(null),
                                attempt.test().seed(),
                                Timestamp.from(attempt.startedAt()),
                                attempt.until().map(Timestamp::from).orElse(null)))
                        .update()
                == 1;
    }

    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    Optional<Attempt> find(AttemptId id) {
        return database.sql("select * from assessment.attempt where id = ?")
                .param(id.value())
                .query(AttemptRows::attempt)
                .optional();
    }

    /** The try, which nobody else changes until this transaction ends. */
    Optional<Attempt> hold(AttemptId id) {
        return database.sql("select * from assessment.attempt where id = ? for update")
                .param(id.value())
                .query(AttemptRows::attempt)
                .optional();
    }

    List<Attempt> of(StudentId student) {
        return database.sql("select * from assessment.attempt where student_id = ? order by started_at desc")
                .param(student.value())
                .query(AttemptRows::attempt)
                .list();
    }

    /** Those that these students have started by themselves since then, first to last. */
    List<Attempt> own(Collection<StudentId> students, Instant since) {
        return database.sql("""
                select * from assessment.attempt
                where student_id = any(:students) and offer_id is null and started_at > :since
                order by started_at, id""")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .query(AttemptRows::attempt)
                .list();
    }

    List<Attempt> of(OfferId offer) {
        return database.sql("select * from assessment.attempt where offer_id = ? order by started_at")
                .param(offer.value())
                .query(AttemptRows::attempt)
                .list();
    }

    /** Those that have ended, or whose time is up, and that are no evidence yet. */
    List<AttemptId> unsettled(Instant now) {
        return database.sql("""
                select a.id from assessment.attempt a
                where evidence_at is null and (ended_at is not null or until <= ?)
                  and not exists (select from assessment.response r
                      left join assessment.response_score s on s.attempt_id = r.attempt_id and s.number = r.number
                      where r.attempt_id = a.id and r.score is null and s.score is null)""").param(Timestamp.from(now)).query(UUID.class).list().stream()
                .map(AttemptId::new)
                .toList();
    }

    boolean end(AttemptId id, Attempt.End end) {
        return database.sql("""
                update assessment.attempt set ended_at = ?, end_reason = ? where id = ? and ended_at is null""")
                        .params(Timestamp.from(end.at()), end.reason().name(), id.value())
                        .update()
                == 1;
    }

    void settled(AttemptId id, Instant at) {
        database.sql("update assessment.attempt set evidence_at = ? where id = ? and evidence_at is null")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    List<Response> responses(AttemptId id) {
        return database.sql("""
                select r.*, coalesce(r.score, s.score) as points from assessment.response r
                left join assessment.response_score s on s.attempt_id = r.attempt_id and s.number = r.number
                where r.attempt_id = ? order by r.number""").param(id.value()).query(AttemptRows::response).list();
    }

    /** Keeps an answer; false when the question or the place has one already. */
    boolean add(AttemptId attempt, Response response, int version) {
        return database.sql("""
                insert into assessment.response
                    (attempt_id, number, district_id, item_id, version, answer, score, answered_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                attempt.value(),
                                response.number(),
                                DistrictScope.require().value(),
                                response.item().value(),
                                version,
                                Json.write(response.answer()),
                                response.score().isPresent()
                                        ? (Double) response.score().getAsDouble()
                                        : null,
                                Timestamp.from(response.at())))
                        .update()
                == 1;
    }

    /** Keeps a person's score of an answer; the first one stands. */
    boolean score(AttemptId attempt, int number, Scored scored) {
        return database.sql("""
                insert into assessment.response_score
                    (attempt_id, number, district_id, score, comment, scored_by, scored_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                attempt.value(),
                                number,
                                DistrictScope.require().value(),
                                scored.score(),
                                scored.comment(),
                                scored.by(),
                                Timestamp.from(scored.at()))
                        .update()
                == 1;
    }

    /** What a person says of an answer. */
    record Scored(double score, String comment, UUID by, Instant at) {}

    private static Response response(ResultSet row, int n) throws SQLException {
        double points = row.getDouble("points");
        OptionalDouble score = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(points);
        return new Response(
                row.getInt("number"),
                new ItemId(row.getObject("item_id", UUID.class)),
                Json.answer(row.getString("answer")),
                score,
                row.getTimestamp("answered_at").toInstant());
    }

    private static Attempt attempt(ResultSet row, int n) throws SQLException {
        return new Attempt(
                new AttemptId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                new Attempt.Test(
                        row.getObject("pool_id", UUID.class),
                        Optional.ofNullable(row.getObject("offer_id", UUID.class))
                                .map(OfferId::new),
                        row.getString("title"),
                        uuids(row.getArray("competencies")).stream()
                                .map(CompetencyId::new)
                                .toList(),
                        Optional.ofNullable(row.getArray("items"))
                                .map(AttemptRows::uuids)
                                .map(items -> items.stream().map(ItemId::new).toList()),
                        row.getLong("seed")),
                row.getTimestamp("started_at").toInstant(),
                moment(row.getTimestamp("until")),
                moment(row.getTimestamp("ended_at")).map(at -> new Attempt.End(at, reason(row))));
    }

    private static Attempt.Reason reason(ResultSet row) {
        try {
            return Attempt.Reason.valueOf(row.getString("end_reason"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> moment(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }

    static List<UUID> uuids(Array array) {
        try {
            return List.of((UUID[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
