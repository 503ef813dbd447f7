package org.ownpath.mastery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final JudgementRows rows;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;
    private final Clock clock;

    Judging(JudgementRows rows, LedgerReading ledger, Frameworks frameworks, Rules rules, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void recorded(Set<Showing> touched) {
        judge(touched);
    }

    /**
     * Judges from the pieces at hand. Whoever records for a pair first makes its row; so where every row could be made
     * here, nobody else has recorded, and where one could not, the ledger is read under lock as always.
     */
    @Override
    public void began(Map<Showing, List<Piece>> first) {
        List<Showing> showings = first.keySet().stream().sorted(LOCK_ORDER).toList();
        Instant now = clock.instant();
        if (rows.insert(verdicts(showings, first, now), now) < showings.size()) {
            judge(showings);
        }
    }

    /** Judges these pairs by the rules in force. */
    void judge(Collection<Showing> touched) {
        List<Showing> showings = touched.stream().sorted(LOCK_ORDER).toList();
        rows.lock(showings, clock.instant());
        Map<Showing, List<Piece>> pieces = ledger.pieces(showings);
        Instant now = clock.instant();
        rows.update(verdicts(showings, pieces, now), now);
    }

    private List<JudgementRows.Judged> verdicts(List<Showing> showings, Map<Showing, List<Piece>> pieces, Instant now) {
        Curriculum curriculum = frameworks.curriculum();
        RuleBook book = rules.book();
        Map<String, RuleVersion> inForce = new HashMap<>();
        List<JudgementRows.Judged> judged = new ArrayList<>(showings.size());
        for (Showing showing : showings) {
            String subject = curriculum
                    .competency(showing.competency())
                    .map(Competency::subject)
                    .orElse("");
            RuleVersion rule = inForce.computeIfAbsent(subject, s -> book.inForce(s, now));
            Verdict verdict = Judge.verdict(rule.rule(), pieces.getOrDefault(showing, List.of()), now);
            judged.add(new JudgementRows.Judged(showing, verdict, rule));
        }
        return judged;
    }
}
