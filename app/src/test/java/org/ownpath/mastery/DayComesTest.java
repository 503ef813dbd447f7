package org.ownpath.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.engine.State;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Scope;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Progress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A rule that is adopted from a later day takes effect on that day, whatever happens until then. */
class DayComesTest extends SchoolTest {

    @Autowired
    DesignChoices choices;

    @Autowired
    Rules rules;

    @Autowired
    Frameworks frameworks;

    @Autowired
    LedgerReading ledger;

    @Autowired
    JudgementRows rows;

    @Autowired
    Rejudging rejudging;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts everybody;

    @Autowired
    PlatformTransactionManager transactions;

    private Viewer irene() {
        return viewer("irene.castellan@southfield.example");
    }

    /** The product as it would be started at that moment. */
    private CatchingUp startedAt(Instant moment) {
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        Judging judging = new Judging(rows, ledger, frameworks, rules, clock, event -> {});
        return new CatchingUp(rules, new Rejudging(ledger, judging, rows, transactions), everybody, database, clock);
    }

    @Test
    void a_rule_from_a_later_day_is_judged_by_when_the_day_comes_and_once() {
        as(irene(), () -> {
            Instant now = Instant.now();
            startedAt(now).catchUp();
            Entry shown = mastered();
            Instant day = now.plus(Duration.ofDays(30));
            adopt(shown.competency(), day);
            assertThat(startedAt(now).catchUp()).isZero();
            assertThat(state(shown)).isEqualTo(State.MASTERED);
            assertThat(startedAt(day.plusSeconds(1)).catchUp()).isPositive();
            assertThat(state(shown)).isNotEqualTo(State.MASTERED);
            assertThat(startedAt(day.plusSeconds(2)).catchUp()).isZero();
            rejudging.all(Progress.SILENT);
            return assertThat(state(shown)).isEqualTo(State.MASTERED);
        });
    }

    /** Somebody who has mastered something. */
    private Entry mastered() {
        return ledger.showings(Optional.empty(), 500).stream()
                .flatMap(showing -> ledger.entries(showing.student(), showing.competency()).stream())
                .filter(entry -> state(entry) == State.MASTERED)
                .findFirst()
                .orElseThrow();
    }

    private State state(Entry entry) {
        return database.sql("select state::text from mastery.judgement where student_id = ? and competency_id = ?")
                .params(entry.student().value(), entry.competency().value())
                .query(String.class)
                .optional()
                .flatMap(State::ofCode)
                .orElse(State.NO_EVIDENCE);
    }

    /** Nobody can have shown it fifty times. */
    private void adopt(CompetencyId competency, Instant from) {
        Rule hard = Rule.of(new Aggregation.Highest(), Requirements.reaching(3).times(50));
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(
                new ChoiceDraft.RuleChange(new Scope.OneCompetency(competency), "Fifty times", hard, false, false));
        assertThat(choices.adopt(irene(), draft, from, "To see the day come")).isInstanceOf(Adopting.Done.class);
    }
}
