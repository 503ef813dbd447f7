package org.ownpath.mastery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.Showing;
import org.ownpath.policy.RuleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored judgements: made, locked and changed many at once. */
@Component
class JudgementRows {

    private static final String JUDGED = """
            unnest(:students::uuid[], :competencies::uuid[], :states::text[], :values::float8[],
                            :pieces::int[], :mastered::timestamptz[], :shown::timestamptz[], :fresh::timestamptz[],
                            :rules::uuid[])
                     as t (student, competency, state, value, pieces, mastered_at, last_shown_at, fresh_until, rule)
            """;

    private final JdbcClient database;

    JudgementRows(JdbcClient database) {
        this.database = database;
    }

    /** A verdict on a pair, and the rule it was made under. */
    record Judged(Showing showing, Verdict verdict, RuleVersion rule) {}

    /** Makes the rows of those pairs that have none; gives how many. Waits for others who are making the same. */
    int insert(List<Judged> judged, Instant now) {
        return database.sql("""
                insert into mastery.judgement
                    (district_id, student_id, competency_id, state, value, pieces, mastered_at, last_shown_at,
                     fresh_until, rule_version_id, engine_version, judged_at)
                select :district, t.student, t.competency, t.state::mastery.state, t.value, t.pieces, t.mastered_at,
                       t.last_shown_at, t.fresh_until, t.rule, :engine, :now
                from
                """ + JUDGED + "on conflict (student_id, competency_id) do nothing")
                .param("district", DistrictScope.require().value())
                .params(columns(judged, now))
                .update();
    }

    /** Locks the rows of these pairs, making those that are missing. */
    void lock(List<Showing> showings, Instant now) {
        database.sql("""
                insert into mastery.judgement
                    (district_id, student_id, competency_id, state, pieces, engine_version, judged_at)
                select :district, t.student, t.competency, 'no_evidence', 0, '', :now
                from unnest(:students::uuid[], :competencies::uuid[]) as t (student, competency)
                on conflict (student_id, competency_id) do update set judged_at = excluded.judged_at""")
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(now))
                .param("students", texts(showings, s -> s.student().toString()))
                .param("competencies", texts(showings, s -> s.competency().toString()))
                .update();
    }

    /** Writes verdicts into rows that are there. */
    void update(List<Judged> judged, Instant now) {
        database.sql("""
                update mastery.judgement j
                set state = t.state::mastery.state, value = t.value, pieces = t.pieces, mastered_at = t.mastered_at,
                    last_shown_at = t.last_shown_at, fresh_until = t.fresh_until, rule_version_id = t.rule,
                    engine_version = :engine, judged_at = :now
                from
                """ + JUDGED + "where j.student_id = t.student and j.competency_id = t.competency")
                .params(columns(judged, now))
                .update();
    }

    private static Map<String, Object> columns(List<Judged> judged, Instant now) {
        return Map.ofEntries(
                Map.entry("engine", Judge.ENGINE_VERSION),
                Map.entry("now", Timestamp.from(now)),
                Map.entry("students", texts(judged, j -> j.showing().student().toString())),
                Map.entry(
                        "competencies",
                        texts(judged, j -> j.showing().competency().toString())),
                Map.entry("states", texts(judged, j -> j.verdict().state().code())),
                Map.entry("values", judged.stream().map(j -> value(j.verdict())).toArray(Double[]::new)),
                Map.entry(
                        "pieces", judged.stream().map(j -> j.verdict().count()).toArray(Integer[]::new)),
                Map.entry("mastered", moments(judged, Verdict::masteredAt)),
                Map.entry("shown", moments(judged, Verdict::lastShownAt)),
                Map.entry("fresh", moments(judged, Verdict::freshUntil)),
                Map.entry("rules", texts(judged, j -> j.rule().id().toString())));
    }

    private static @Nullable Double value(Verdict verdict) {
        return verdict.value().isPresent() ? (Double) verdict.value().getAsDouble() : null;
    }

    private static <T> String[] texts(List<T> from, Function<T, String> part) {
        return from.stream().map(part).toArray(String[]::new);
    }

    private static String[] moments(List<Judged> judged, Function<Verdict, Optional<Instant>> part) {
        return judged.stream()
                .map(j -> part.apply(j.verdict()).map(Instant::toString).orElse(null))
                .toArray(String[]::new);
    }
}
