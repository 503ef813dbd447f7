package org.ownpath.exchange.xapi.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Observation;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules of evidence, and what became of statements by them, as the database keeps them. */
@Component
class RuleRows {

    private final JdbcClient database;

    RuleRows(JdbcClient database) {
        this.database = database;
    }

    /** A statement that waits to be held against a rule. */
    record Waiting(EvidenceRuleId rule, UUID statement, int tries) {}

    /** A piece that rests on a statement which was taken back. */
    record Unfounded(EvidenceRuleId rule, UUID statement, PieceId piece) {}

    List<EvidenceRule> inForce() {
        return database.sql("select * from exchange.evidence_rule where ended_at is null order by made_at")
                .query(RuleRows::rule)
                .list();
    }

    Optional<EvidenceRule> rule(EvidenceRuleId id) {
        return database.sql("select * from exchange.evidence_rule where id = ?")
                .param(id.value())
                .query(RuleRows::rule)
                .optional();
    }

    /** Differs when a rule was made or ended. */
    String fingerprint() {
        return database.sql("select count(*) || ' ' || count(ended_at) from exchange.evidence_rule")
                .query(String.class)
                .single();
    }

    boolean insert(Viewer by, EvidenceRule rule, Instant now) {
        return database.sql("""
                insert into exchange.evidence_rule (id, district_id, name, verb, activity, competency_id, measure, steps, form,
                    depth, context, purpose, made_by, made_at)
                values (:id, :district, :name, :verb, :activity, :competency, :measure, :steps::jsonb, :form, :depth,
                    :context, :purpose, :by, :at)
                on conflict (id) do nothing""")
                        .param("id", rule.id().value())
                        .param("district", by.district().value())
                        .param("name", rule.name())
                        .param("verb", rule.matching().verb())
                        .param("activity", rule.matching().activity())
                        .param(
                                "competency",
                                rule.competency().map(CompetencyId::value).orElse(null))
                        .param("measure", rule.measure().code())
                        .param("steps", EvidenceRule.Step.written(rule.steps()))
                        .param("form", rule.nature().form().code())
                        .param("depth", rule.nature().depth().code())
                        .param("context", rule.nature().context().code())
                        .param("purpose", rule.nature().purpose().code())
                        .param("by", by.account().value())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Who made a rule. */
    Optional<AccountId> maker(EvidenceRuleId id) {
        return database.sql("select made_by from exchange.evidence_rule where id = ?")
                .param(id.value())
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    boolean end(EvidenceRuleId id, Instant now) {
        return database.sql("update exchange.evidence_rule set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    void queue(Viewer by, EvidenceRuleId rule, Collection<UUID> statements) {
        database.sql("""
                insert into exchange.statement_to_weigh (district_id, rule_id, statement_id)
                select ?, ?, s from unnest(?::uuid[]) s
                where not exists (select 1 from exchange.rule_outcome o where o.rule_id = ? and o.statement_id = s)
                on conflict do nothing""")
                .params(by.district().value(), rule.value(), statements.toArray(UUID[]::new), rule.value())
                .update();
    }

    List<Waiting> waiting(Collection<UUID> statements) {
        return database.sql(
                        "select rule_id, statement_id, tries from exchange.statement_to_weigh where statement_id = any(?)")
                .param(statements.toArray(UUID[]::new))
                .query(RuleRows::waiting)
                .list();
    }

    List<Waiting> waiting(int most) {
        return database.sql(
                        "select rule_id, statement_id, tries from exchange.statement_to_weigh order by tries limit ?")
                .param(most)
                .query(RuleRows::waiting)
                .list();
    }

    void tried(Waiting waiting) {
        database.sql("update exchange.statement_to_weigh set tries = tries + 1 where rule_id = ? and statement_id = ?")
                .params(waiting.rule().value(), waiting.statement())
                .update();
    }

    /** What became of a statement; in one transaction with its leaving the queue. */
    void settle(Waiting waiting, Optional<StudentId> student, Optional<PieceId> piece, String why) {
        database.sql("""
                with settled as (
                    delete from exchange.statement_to_weigh where rule_id = :rule and statement_id = :statement)
                insert into exchange.rule_outcome
                    (district_id, rule_id, statement_id, student_id, piece_id, why, weighed_at)
                values (:district, :rule, :statement, cast(:student as uuid), cast(:piece as uuid), :why, clock_timestamp())
                on conflict do nothing""")
                .param("district", DistrictScope.require().value())
                .param("rule", waiting.rule().value())
                .param("statement", waiting.statement())
                .param("student", student.map(StudentId::value).orElse(null))
                .param("piece", piece.map(PieceId::value).orElse(null))
                .param("why", why)
                .update();
    }

    List<Unfounded> unfounded() {
        return database.sql("""
                select o.rule_id, o.statement_id, o.piece_id from exchange.rule_outcome o
                join exchange.voiding v on v.district_id = o.district_id and v.statement_id = o.statement_id
                where o.piece_id is not null and o.withdrawn_at is null limit 500""")
                .query((row, n) -> new Unfounded(
                        new EvidenceRuleId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        new PieceId(row.getObject(3, UUID.class))))
                .list();
    }

    void withdrawn(Unfounded piece, Instant now) {
        database.sql("update exchange.rule_outcome set withdrawn_at = ? where rule_id = ? and statement_id = ?")
                .params(Timestamp.from(now), piece.rule().value(), piece.statement())
                .update();
    }

    List<RuleOutcome> outcomes(Optional<EvidenceRuleId> rule, int most) {
        return database.sql("""
                select o.statement_id, o.piece_id, o.why, o.weighed_at, o.withdrawn_at, r.name
                from exchange.rule_outcome o join exchange.evidence_rule r on r.id = o.rule_id
                where o.district_id = (select access.current_district())
                  and (cast(:rule as uuid) is null or o.rule_id = cast(:rule as uuid))
                order by o.weighed_at desc limit :most""")
                .param("rule", rule.map(EvidenceRuleId::value).orElse(null))
                .param("most", most)
                .query(RuleRows::outcome)
                .list();
    }

    private static RuleOutcome outcome(ResultSet row, int n) throws SQLException {
        UUID piece = row.getObject("piece_id", UUID.class);
        return new RuleOutcome(
                row.getObject("statement_id", UUID.class),
                row.getString("name"),
                piece == null ? Optional.empty() : Optional.of(new PieceId(piece)),
                row.getString("why"),
                row.getTimestamp("weighed_at").toInstant(),
                row.getTimestamp("withdrawn_at") != null);
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        return new Waiting(
                new EvidenceRuleId(row.getObject("rule_id", UUID.class)),
                row.getObject("statement_id", UUID.class),
                row.getInt("tries"));
    }

    private static EvidenceRule rule(ResultSet row, int n) throws SQLException {
        UUID competency = row.getObject("competency_id", UUID.class);
        return new EvidenceRule(
                new EvidenceRuleId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new EvidenceRule.Matching(row.getString("verb"), row.getString("activity")),
                competency == null ? Optional.empty() : Optional.of(new CompetencyId(competency)),
                EvidenceRule.Measure.ofCode(row.getString("measure")).orElseThrow(),
                EvidenceRule.Step.read(row.getString("steps")),
                Observation.Nature.ofCodes(
                        row.getString("form"),
                        row.getString("depth"),
                        row.getString("context"),
                        row.getString("purpose")));
    }
}
