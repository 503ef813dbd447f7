package org.ownpath.exchange.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door for reading learning records inside the product. What was voided is not read. */
@Component
public class LearningReading {

    private static final String RECORD = """
            select s.id, s.sent_by, s.student_id, s.stored_at, s.body::text as body from exchange.statement s
            where s.district_id = (select access.current_district())
              and not exists (select 1 from exchange.voiding v
                  where v.district_id = s.district_id and v.statement_id = s.id and s.verb <> :voided)
            """;

    private final JdbcClient database;
    private final Learners learners;
    private final RefusedRequests refused;

    LearningReading(JdbcClient database, Learners learners, RefusedRequests refused) {
        this.database = database;
        this.learners = learners;
        this.refused = refused;
    }

    /** A statement and when it came. */
    public record Stored(Instant storedAt, LearningRecord record) {}

    /** A request of a program that was refused, and why. */
    public record Refused(Instant at, String what, String why, AccountId sentBy) {}

    /** Those of these statements that are here and stand. */
    public Map<UUID, LearningRecord> records(Collection<UUID> ids) {
        return select(" and s.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(LearningReading::record)
                .list()
                .stream()
                .collect(Collectors.toMap(LearningRecord::id, Function.identity()));
    }

    /** The newest with this verb. */
    public List<LearningRecord> newest(String verb, int most) {
        return select(" and s.verb = :verb order by s.stored_at desc, s.seq desc limit :most")
                .param("verb", Key.of(verb).value())
                .param("most", most)
                .query(LearningReading::record)
                .list();
    }

    /** The newest of all. */
    public List<Stored> newest(int most) {
        return select(" order by s.stored_at desc, s.seq desc limit :most")
                .param("most", most)
                .query(LearningReading::stored)
                .list();
    }

    /** What an account's program sent last. */
    public Optional<Stored> lastOf(AccountId account) {
        return select(" and s.sent_by = :account order by s.stored_at desc, s.seq desc limit 1")
                .param("account", account.value())
                .query(LearningReading::stored)
                .optional();
    }

    /** What programs were refused last. */
    public List<Refused> refused(int most) {
        return refused.newest(most).stream()
                .map(each -> new Refused(each.at(), each.what(), each.why(), new AccountId(each.sentBy())))
                .toList();
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(row.getTimestamp("stored_at").toInstant(), record(row, n));
    }

    /**
     * The student whom a statement is about: who acts, or, where an organization acts on somebody, that person. The roster
     * is asked anew, for it may know them by now.
     */
    public Optional<StudentId> learner(LearningRecord record) {
        return record.student()
                .or(() -> Identifier.of(record.statement().path("object")).flatMap(learners::of))
                .or(() -> Identifier.of(record.statement().path("actor")).flatMap(learners::of));
    }

    private static LearningRecord record(ResultSet row, int n) throws SQLException {
        return new LearningRecord(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("sent_by", UUID.class)),
                Optional.ofNullable(row.getObject("student_id", UUID.class)).map(StudentId::new),
                StatementJson.read(row.getString("body")));
    }

    private JdbcClient.StatementSpec select(String which) {
        return database.sql(RECORD + which)
                .param("voided", Key.of(StatementCheck.VOIDED).value());
    }
}
