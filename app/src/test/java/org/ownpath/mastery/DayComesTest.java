package org.ownpath.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.SmallDistrict;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Result;
import org.ownpath.engine.Rule;
import org.ownpath.engine.State;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A rule takes effect on its day and for everything, whoever records meanwhile and whatever a copy's clock says. */
class DayComesTest extends SchoolTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DesignChoices choices;

    @Autowired
    Rules rules;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading reading;

    @Autowired
    JudgementRows rows;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts everybody;

    @Autowired
    PlatformTransactionManager transactions;

    /** One copy of the product, as its clock goes. */
    private record Copy(Judging judging, CatchingUp catchingUp) {}

    private Copy startedAt(Instant moment) {
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        TakingEffect effect = new TakingEffect(database, clock);
        Judging judging = new Judging(rows, reading, frameworks, rules, effect, clock, event -> {});
        Rejudging rejudging = new Rejudging(reading, judging, rows, transactions);
        return new Copy(judging, new CatchingUp(rules, rejudging, everybody, database, effect));
    }

    @Test
    void a_rule_from_a_later_day_is_judged_by_when_the_day_comes_and_once() {
        Viewer leader = SmallDistrict.administrator(context, "Laterbrook");
        as(leader, () -> {
            Instant now = Instant.now();
            startedAt(now).catchingUp().catchUp();
            Showing shown = showing(0);
            master(leader, shown);
            Instant day = now.plus(Duration.ofDays(30));
            adopt(leader, shown.competency(), day);
            assertThat(startedAt(now).catchingUp().catchUp()).isZero();
            assertThat(state(shown)).isEqualTo(State.MASTERED);
            assertThat(startedAt(day.plusSeconds(1)).catchingUp().catchUp()).isPositive();
            assertThat(state(shown)).isNotEqualTo(State.MASTERED);
            return assertThat(startedAt(day.plusSeconds(2)).catchingUp().catchUp())
                    .isZero();
        });
    }

    @Test
    void a_copy_whose_clock_is_behind_judges_by_the_rules_that_the_others_judge_by() {
        Viewer leader = SmallDistrict.administrator(context, "Slowbrook");
        as(leader, () -> {
            Instant now = Instant.now();
            startedAt(now).catchingUp().catchUp();
            Showing shown = showing(0);
            master(leader, shown);
            Instant later = now.plusSeconds(20);
            adopt(leader, shown.competency(), later);
            Copy behind = startedAt(now);
            startedAt(later.plusSeconds(1)).catchingUp().catchUp();
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> behind.judging().judge(List.of(shown)));
            return assertThat(state(shown)).isNotEqualTo(State.MASTERED);
        });
    }

    @Test
    void what_was_recorded_by_a_copy_whose_clock_is_ahead_counts_at_once() {
        Viewer leader = SmallDistrict.administrator(context, "Fastbrook");
        as(leader, () -> {
            Showing shown = showing(0);
            master(leader, shown);
            Copy behind = startedAt(Instant.now().minus(Duration.ofDays(2))); // a day before it was shown
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> behind.judging().judge(List.of(shown)));
            return assertThat(state(shown)).isEqualTo(State.MASTERED);
        });
    }

    @Test
    void what_was_being_recorded_while_a_rule_was_adopted_is_judged_by_it_in_the_end() {
        Viewer leader = SmallDistrict.administrator(context, "Busybrook");
        as(leader, () -> {
            Instant now = Instant.now();
            startedAt(now).catchingUp().catchUp();
            Showing shown = showing(0);
            CompletableFuture<Long> caughtUp = new TransactionTemplate(transactions).execute(status -> {
                master(leader, shown);
                CompletableFuture<Long> meanwhile = CompletableFuture.supplyAsync(() -> as(leader, () -> {
                    adopt(leader, shown.competency(), now.plusSeconds(1));
                    return startedAt(now.plusSeconds(2)).catchingUp().catchUp();
                }));
                assertThat(meanwhile).failsWithin(Duration.ofSeconds(1)); // it waits for what it cannot see yet
                return meanwhile;
            });
            assertThat(caughtUp.join()).isPositive();
            return assertThat(state(shown)).isNotEqualTo(State.MASTERED);
        });
    }

    private Showing showing(int student) {
        return new Showing(
                roster.students().get(student).student(),
                frameworks.curriculum().inUse().get(0).id());
    }

    private void master(Viewer leader, Showing shown) {
        for (int piece = 0; piece < 2; piece++) {
            assertThat(ledger.record(leader, shownWell(leader, shown))).isInstanceOf(Outcome.Stored.class);
        }
        assertThat(state(shown)).isEqualTo(State.MASTERED);
    }

    private static Observation shownWell(Viewer leader, Showing shown) {
        return new Observation(
                PieceId.next(),
                new Observation.Nature(Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                leader.person(),
                Instant.now().minus(Duration.ofDays(1)),
                Optional.of("A bridge"),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(shown.student(), shown.competency(), Result.rated(4))));
    }

    private State state(Showing shown) {
        return database.sql("select state::text from mastery.judgement where student_id = ? and competency_id = ?")
                .params(shown.student().value(), shown.competency().value())
                .query(String.class)
                .optional()
                .flatMap(State::ofCode)
                .orElse(State.NO_EVIDENCE);
    }

    /** Nobody can have shown it fifty times. */
    private void adopt(Viewer leader, CompetencyId competency, Instant from) {
        Rule hard = Rule.of(new Aggregation.Highest(), Requirements.reaching(3).times(50));
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(
                new ChoiceDraft.RuleChange(new Scope.OneCompetency(competency), "Fifty times", hard, false, false));
        assertThat(choices.adopt(leader, draft, from, "To see the day come")).isInstanceOf(Adopting.Done.class);
    }
}
