package org.ownpath.mastery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.History;
import org.ownpath.evidence.Showing;
import org.ownpath.policy.RuleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored judgements: made, locked and changed many at once. */
@Component
class JudgementRows {

    private static final String WRITE = """
            insert into mastery.judgement
                (district_id, student_id, competency_id, state, value, pieces, seen, seen_before, mastered_at,
                 last_shown_at, fresh_until, rule_version_id, engine_version, judged_at)
            select :district, t.student, t.competency, t.state::mastery.state, t.value, t.pieces, t.seen, t.before,
                   t.mastered_at, t.last_shown_at, t.fresh_until, t.rule, :engine, :now
            from unnest(:students::uuid[], :competencies::uuid[], :states::text[], :values::float8[], :pieces::int[],
                        :seen::int[], :before::int[], :mastered::timestamptz[], :shown::timestamptz[],
                        :fresh::timestamptz[], :rules::uuid[])
                 as t (student, competency, state, value, pieces, seen, before, mastered_at, last_shown_at, fresh_until,
                       rule)
            on conflict (student_id, competency_id) do update
            set state = excluded.state, value = excluded.value, pieces = excluded.pieces, seen = excluded.seen,
                seen_before = excluded.seen_before, mastered_at = excluded.mastered_at,
                last_shown_at = excluded.last_shown_at, fresh_until = excluded.fresh_until,
                rule_version_id = excluded.rule_version_id, engine_version = excluded.engine_version,
                judged_at = excluded.judged_at
            """;

    private final JdbcClient database;
    private final ChangeCounts changes;

    JudgementRows(JdbcClient database, ChangeCounts changes) {
        this.database = database;
        this.changes = changes;
    }

    /** A verdict on a pair, what it was made from, and the rule it was made under. */
    record Judged(Showing showing, History history, Verdict verdict, RuleVersion rule) {}

    /**
     * Writes these verdicts, except where the one before was made from other entries than this one's without those added
     * here; gives how many were written. Waits for others who are writing for the same pairs.
     */
    int writeWhereAlone(List<Judged> judged, Instant now) {
        return write("where judgement.seen = excluded.seen_before", judged, now);
    }

    /** Writes these verdicts, whatever was there. */
    void write(List<Judged> judged, Instant now) {
        write("", judged, now);
    }

    private int write(String where, List<Judged> judged, Instant now) {
        boolean few = judged.size() <= ChangeCounts.FEW;
        if (!few) {
            changes.countAtEnd(judged.stream().map(j -> j.showing().student()).toList());
        }
        String counted = few ? ", changed as (" + ChangeCounts.OF_WRITTEN + ")" : "";
        return database.sql("with written as (" + WRITE + where + " returning student_id)" + counted
                        + " select count(*) from written")
                .params(columns(judged, now))
                .query(Integer.class)
                .single();
    }

    /** Locks the rows of these pairs, making those that are missing. */
    void lock(List<Showing> showings, Instant now) {
        database.sql("""
                insert into mastery.judgement
                    (district_id, student_id, competency_id, state, pieces, seen, seen_before, engine_version, judged_at)
                select :district, t.student, t.competency, 'no_evidence', 0, 0, 0, '', :now
                from unnest(:students::uuid[], :competencies::uuid[]) as t (student, competency)
                on conflict (student_id, competency_id) do update set judged_at = excluded.judged_at""")
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(now))
                .param("students", texts(showings, s -> s.student().toString()))
                .param("competencies", texts(showings, s -> s.competency().toString()))
                .update();
    }

    /** How many judgements say something of evidence. */
    long withEvidence() {
        return database.sql("select count(*) from mastery.judgement where state <> 'no_evidence'")
                .query(Long.class)
                .single();
    }

    /** What the judgements of these pairs say, each as a text; a mastery that time has faded is still the same one. */
    Set<String> said(List<Showing> showings) {
        return database.sql("""
                select row(student_id, competency_id, case state when 'needs_refresh' then 'mastered' else state end,
                    value, pieces, mastered_at, last_shown_at, fresh_until, rule_version_id)::text
                from mastery.judgement
                join unnest(:students::uuid[], :competencies::uuid[]) as t (student_id, competency_id)
                    using (student_id, competency_id)
                where state <> 'no_evidence'""")
                .param("students", texts(showings, s -> s.student().toString()))
                .param("competencies", texts(showings, s -> s.competency().toString()))
                .query(String.class)
                .set();
    }

    private static Map<String, Object> columns(List<Judged> judged, Instant now) {
        return Map.ofEntries(
                Map.entry("district", DistrictScope.require().value()),
                Map.entry("engine", Judge.ENGINE_VERSION),
                Map.entry("now", Timestamp.from(now)),
                Map.entry("students", texts(judged, j -> j.showing().student().toString())),
                Map.entry(
                        "competencies",
                        texts(judged, j -> j.showing().competency().toString())),
                Map.entry("states", texts(judged, j -> j.verdict().state().code())),
                Map.entry("values", judged.stream().map(j -> value(j.verdict())).toArray(Double[]::new)),
                Map.entry("pieces", numbers(judged, j -> j.verdict().count())),
                Map.entry("seen", numbers(judged, j -> j.history().entries())),
                Map.entry(
                        "before",
                        numbers(judged, j -> j.history().entries() - j.history().added())),
                Map.entry("mastered", moments(judged, Verdict::masteredAt)),
                Map.entry("shown", moments(judged, Verdict::lastShownAt)),
                Map.entry("fresh", moments(judged, Verdict::freshUntil)),
                Map.entry("rules", texts(judged, j -> j.rule().id().toString())));
    }

    private static @Nullable Double value(Verdict verdict) {
        return verdict.value().isPresent() ? (Double) verdict.value().getAsDouble() : null;
    }

    private static Integer[] numbers(List<Judged> judged, Function<Judged, Integer> part) {
        return judged.stream().map(part).toArray(Integer[]::new);
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
