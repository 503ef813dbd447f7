package org.ownpath.mastery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Verdict;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerFollower;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.shared.CompetencyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Judges pairs of student and competency from the ledger, inside the transaction of whoever calls. Of two who record for
 * the same pair at once, the one that commits later has judged what both recorded.
 */
@Component
class Judging implements LedgerFollower {

    private static final Comparator<Showing> LOCK_ORDER = Comparator.comparing(Showing::student)
            .thenComparing(s -> s.competency().value());

    private final JudgementRows rows;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final Rules rules;
    private final TakingEffect effect;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Judging(
            JudgementRows rows,
            LedgerReading ledger,
            Frameworks frameworks,
            Rules rules,
            TakingEffect effect,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.rules = rules;
        this.effect = effect;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Judges without a lock. Entries are only ever added, so where the judgement before was made from all but those added
     * now, nobody else has recorded for the pair meanwhile; where it was made from others, the pair is judged again under
     * lock.
     */
    @Override
    public void recorded(Map<Showing, History> touched) {
        List<Showing> showings = inLockOrder(touched.keySet());
        Instant now = clock.instant();
        if (rows.writeWhereAlone(judged(showings, touched, now), now) < showings.size()) {
            judge(showings);
        } else {
            tell(showings);
        }
    }

    /** Judges these pairs by the rules in force, each under the lock of its row. */
    void judge(Collection<Showing> touched) {
        List<Showing> showings = inLockOrder(touched);
        rows.lock(showings, clock.instant());
        Map<Showing, History> histories = ledger.histories(showings);
        Instant now = clock.instant();
        rows.write(judged(showings, histories, now), now);
        tell(showings);
    }

    private void tell(List<Showing> showings) {
        events.publishEvent(new MasteryChanged(
                DistrictScope.require(), showings.stream().map(Showing::student).collect(Collectors.toSet())));
    }

    private static List<Showing> inLockOrder(Collection<Showing> showings) {
        return showings.stream().sorted(LOCK_ORDER).toList();
    }

    private List<JudgementRows.Judged> judged(List<Showing> showings, Map<Showing, History> histories, Instant now) {
        Curriculum curriculum = frameworks.curriculum();
        RuleBook book = rules.book();
        Instant moment = effect.moment();
        Map<CompetencyId, RuleVersion> inForce = new HashMap<>();
        List<JudgementRows.Judged> judged = new ArrayList<>(showings.size());
        for (Showing showing : showings) {
            RuleVersion rule = inForce.computeIfAbsent(
                    showing.competency(), c -> book.inForce(place(curriculum.competency(c)), moment));
            History history = histories.getOrDefault(showing, History.NONE);
            Verdict verdict = Judge.verdict(rule.rule(), history.standing(), history.judgedAt(now));
            judged.add(new JudgementRows.Judged(showing, history, verdict, rule));
        }
        return judged;
    }

    /** A competency that has left every framework is judged by the district's rule. */
    static Place place(Optional<Competency> competency) {
        return competency
                .map(c -> Place.DISTRICT.competency(c.subject(), c.level(), c.id()))
                .orElse(Place.DISTRICT);
    }
}
