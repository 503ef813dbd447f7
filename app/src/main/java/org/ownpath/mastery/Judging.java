package org.ownpath.mastery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.LedgerFollower;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges pairs of student and competency from the ledger, inside the transaction of whoever calls.
 *
 * <p>The pair's row is locked before the ledger is read, so that two who record for the same pair at once are judged
 * one after the other and the later judgement has seen both.
 */
@Component
class Judging implements LedgerFollower {

    private static final Comparator<Showing> LOCK_ORDER = Comparator.comparing(Showing::student)
            .thenComparing(s -> s.competency().value());

    private final JdbcClient database;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;
    private final Clock clock;

    Judging(JdbcClient database, LedgerReading ledger, Frameworks frameworks, Rules rules, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
        this.clock = clock;
    }

    /** A verdict on a pair, and the rule it was made under. */
    private record Judged(Showing showing, Verdict verdict, RuleVersion rule) {}

    @Override
    public void recorded(Set<Showing> touched) {
        judge(touched);
    }

    /** Judges these pairs by the rules in force. */
    void judge(Collection<Showing> touched) {
        List<Showing> showings = touched.stream().sorted(LOCK_ORDER).toList();
        lock(showings);
        Map<Showing, List<Piece>> pieces = ledger.pieces(showings);
        Curriculum curriculum = frameworks.curriculum();
        RuleBook book = rules.book();
        Instant now = clock.instant();
        List<Judged> judged = new ArrayList<>(showings.size());
        for (Showing showing : showings) {
            String subject = curriculum
                    .competency(showing.competency())
                    .map(Competency::subject)
                    .orElse("");
            RuleVersion rule = book.inForce(subject, now);
            Verdict verdict = Judge.verdict(rule.rule(), pieces.getOrDefault(showing, List.of()), now);
            judged.add(new Judged(showing, verdict, rule));
        }
        write(judged, now);
    }

    private void lock(List<Showing> showings) {
        database.sql("""
                insert into mastery.judgement
                    (district_id, student_id, competency_id, state, pieces, engine_version, judged_at)
                select :district, t.student, t.competency, 'no_evidence', 0, '', :now
                from unnest(:students::uuid[], :competencies::uuid[]) as t (student, competency)
                on conflict (student_id, competency_id) do update set judged_at = excluded.judged_at""")
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("students", texts(showings, s -> s.student().toString()))
                .param("competencies", texts(showings, s -> s.competency().toString()))
                .update();
    }

    private void write(List<Judged> judged, Instant now) {
        database.sql("""
                update mastery.judgement j
                set state = t.state::mastery.state, value = t.value, pieces = t.pieces, mastered_at = t.mastered_at,
                    last_shown_at = t.last_shown_at, fresh_until = t.fresh_until, rule_version_id = t.rule,
                    engine_version = :engine, judged_at = :now
                from unnest(:students::uuid[], :competencies::uuid[], :states::text[], :values::float8[],
                            :pieces::int[], :mastered::timestamptz[], :shown::timestamptz[], :fresh::timestamptz[],
                            :rules::uuid[])
                     as t (student, competency, state, value, pieces, mastered_at, last_shown_at, fresh_until, rule)
                where j.student_id = t.student and j.competency_id = t.competency""")
                .param("engine", Judge.ENGINE_VERSION)
                .param("now", Timestamp.from(now))
                .param("students", texts(judged, j -> j.showing().student().toString()))
                .param(
                        "competencies",
                        texts(judged, j -> j.showing().competency().toString()))
                .param("states", texts(judged, j -> j.verdict().state().code()))
                .param("values", judged.stream().map(j -> value(j.verdict())).toArray(Double[]::new))
                .param("pieces", judged.stream().map(j -> j.verdict().count()).toArray(Integer[]::new))
                .param("mastered", moments(judged, Verdict::masteredAt))
                .param("shown", moments(judged, Verdict::lastShownAt))
                .param("fresh", moments(judged, Verdict::freshUntil))
                .param("rules", texts(judged, j -> j.rule().id().toString()))
                .update();
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
