package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.estimate.Item;

class StoppingTest {

    private static final ItemBank BANK = Banks.even(60);
    private static final Stopping NEVER = new Stopping.AtMost(1000);

    private static AdaptiveTest test(boolean... right) {
        return Banks.answered(Banks.plain(BANK, NEVER), right);
    }

    private static boolean[] all(boolean right, int count) {
        boolean[] answers = new boolean[count];
        Arrays.fill(answers, right);
        return answers;
    }

    private static Step.Stop undecided(String reason) {
        return new Step.Stop(Decision.UNDECIDED, reason);
    }

    @Test
    void a_test_ends_when_it_is_precise_enough() {
        AdaptiveTest test = test(true, false, true, false, true, false);
        double error = test.posterior().standardError();
        assertThat(new Stopping.Precise(error - 1e-9).check(test)).isEmpty();
        assertThat(new Stopping.Precise(error).check(test)).isPresent();
        assertThat(new Stopping.Precise(0.99).check(test))
                .hasValueSatisfying(stop ->
                        assertThat(stop.reason()).matches("The standard error is 0\\.\\d\\d, at or below 0\\.99\\."));
    }

    @Test
    void a_test_ends_at_its_greatest_length_and_not_before_its_least() {
        Stopping three = new Stopping.AtMost(3);
        assertThat(three.check(test(true, true))).isEmpty();
        assertThat(three.check(test(true, true, true))).contains(undecided("All of at most 3 items are answered."));
        Stopping notBeforeFive = new Stopping.AtLeast(5, three);
        assertThat(notBeforeFive.check(test(true, true, true, true))).isEmpty();
        assertThat(notBeforeFive.check(test(true, true, true, true, true))).isPresent();
    }

    @Test
    void mastery_is_decided_at_either_bound() {
        Stopping rule = new MasteryDecided(0, 0.95, 0.05);
        assertThat(rule.check(test(true, false))).isEmpty();
        Step.Stop passed = rule.check(test(all(true, 3))).orElseThrow();
        assertThat(passed.decision()).isEqualTo(Decision.MASTERED);
        assertThat(passed.reason()).matches("The probability of mastery is 0\\.9\\d\\d, at or above 0\\.950\\.");
        Step.Stop failed = rule.check(test(all(false, 3))).orElseThrow();
        assertThat(failed.decision()).isEqualTo(Decision.NOT_MASTERED);
        assertThat(failed.reason()).matches("The probability of mastery is 0\\.0\\d\\d, at or below 0\\.050\\.");
    }

    /** Of one item with a = 1, b = 0 at -1 and 1: right log(0.7311 / 0.2689) = 1, wrong the same with a minus. */
    @Test
    void the_probability_ratio_is_as_worked_out_by_hand() {
        ItemBank twins = ItemBank.of(List.of(
                new BankItem("a", "number", Item.of(1, 0)),
                new BankItem("b", "number", Item.of(1, 0)),
                new BankItem("c", "number", Item.of(1, 0)),
                new BankItem("d", "number", Item.of(1, 0))));
        SequentialRatio rule = new SequentialRatio(-1, 1, 0.05, 0.05);
        TestPlan plan = Banks.plain(twins, NEVER);
        assertThat(rule.logRatio(Banks.answered(plan, true, true, false))).isCloseTo(1, within(1e-12));
        assertThat(rule.check(Banks.answered(plan, true, true))).isEmpty(); // the bound is log 19 = 2.94
        assertThat(rule.check(Banks.answered(plan, true, true, true)))
                .contains(new Step.Stop(
                        Decision.MASTERED, "The answers are 20 times as likely at ability 1.00 as at -1.00."));
        assertThat(rule.check(Banks.answered(plan, false, false, false)))
                .contains(new Step.Stop(
                        Decision.NOT_MASTERED, "The answers are 20 times as likely at ability -1.00 as at 1.00."));
    }

    @Test
    void rules_compose() {
        Stopping four = new Stopping.AtMost(4);
        Stopping decided = new MasteryDecided(0, 0.6, 0.05);
        AdaptiveTest right = test(true, true);
        assertThat(Stopping.anyOf(four, decided).check(right).map(Step.Stop::decision))
                .contains(Decision.MASTERED);
        assertThat(Stopping.allOf(four, decided).check(right)).isEmpty();
        Optional<Step.Stop> both = Stopping.allOf(four, decided).check(test(all(true, 4)));
        assertThat(both).hasValueSatisfying(stop -> {
            assertThat(stop.decision()).isEqualTo(Decision.MASTERED);
            assertThat(stop.reason()).startsWith("All of at most 4 items are answered. The probability of mastery is");
        });
        assertThat(Stopping.anyOf().check(right)).isEmpty();
    }

    @Test
    void a_test_whose_next_answer_changes_little_is_ended() {
        Stopping rule = new PredictiveSimilarity(0, 0.02, 0.9);
        assertThat(rule.check(test(true, false))).isEmpty();
        Step.Stop stop = rule.check(test(all(true, 15))).orElseThrow();
        assertThat(stop.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(stop.reason())
                .isEqualTo("With a chance of 1.000 the next answer changes the probability of mastery, which is above"
                        + " 0.999, by at most 0.020.");
    }

    /** By all four courses of two answers, written out. */
    @Test
    void a_settled_decision_is_weighed_over_all_courses_of_the_next_answers() {
        AdaptiveTest test = test(true, true, false);
        List<Integer> next = test.mostInformative(2);
        Item first = BANK.get(next.get(0)).item();
        Item second = BANK.get(next.get(1)).item();
        boolean mastered = test.posterior().atLeast(0) >= 0.7;
        double turn = 0;
        for (boolean a : new boolean[] {true, false}) {
            for (boolean b : new boolean[] {true, false}) {
                Posterior one = test.posterior().after(first, a);
                double right = test.posterior().predict(first);
                double rightThen = one.predict(second);
                double chance = (a ? right : 1 - right) * (b ? rightThen : 1 - rightThen);
                turn += one.after(second, b).atLeast(0) >= 0.7 == mastered ? 0 : chance;
            }
        }
        assertThat(turn).isBetween(0.05, 0.95);
        assertThat(new DecisionSettled(0, 0.7, 2, turn + 1e-9).check(test)).isPresent();
        assertThat(new DecisionSettled(0, 0.7, 2, turn - 1e-9).check(test)).isEmpty();
    }

    @Test
    void a_settled_decision_says_what_it_is() {
        Step.Stop stop =
                new DecisionSettled(0, 0.9, 3, 0.05).check(test(all(false, 9))).orElseThrow();
        assertThat(stop)
                .isEqualTo(new Step.Stop(
                        Decision.NOT_MASTERED,
                        "The chance that 3 more answers turn 'not mastered' is 0.000, at or below 0.050."));
    }

    @Property
    void to_check_a_rule_does_not_change_the_test(@ForAll boolean[] right, @ForAll @IntRange(max = 7) int which) {
        AdaptiveTest test = test(Arrays.copyOf(right, Math.min(12, right.length)));
        List<Stopping> rules = List.of(
                new Stopping.Precise(0.4),
                new Stopping.AtMost(5),
                new Stopping.AtLeast(2, NEVER),
                new Stopping.BankExhausted(),
                new MasteryDecided(0, 0.95, 0.05),
                new SequentialRatio(-0.5, 0.5, 0.1, 0.1),
                new PredictiveSimilarity(0, 0.02, 0.9),
                new DecisionSettled(0, 0.9, 3, 0.05));
        Optional<Step.Stop> once = rules.get(which).check(test);
        assertThat(rules.get(which).check(test)).isEqualTo(once);
        assertThat(test.next(Banks.random(1)))
                .isEqualTo(AdaptiveTest.resume(Banks.plain(BANK, NEVER), test.responses())
                        .next(Banks.random(1)));
    }

    @Test
    void rules_that_end_every_test_or_none_are_refused() {
        assertThatThrownBy(() -> new Stopping.Precise(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new Stopping.AtMost(0)).hasMessageContaining("0 items");
        assertThatThrownBy(() -> Stopping.allOf()).hasMessageContaining("no rules");
        assertThatThrownBy(() -> new MasteryDecided(0, 0.5, 0.6)).hasMessageContaining("0.6");
        assertThatThrownBy(() -> new SequentialRatio(1, 0, 0.1, 0.1)).hasMessageContaining("told apart");
        assertThatThrownBy(() -> new SequentialRatio(0, 1, 0.7, 0.1)).hasMessageContaining("0.7");
        assertThatThrownBy(() -> new PredictiveSimilarity(0, 0, 0.9)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new DecisionSettled(0, 0.9, 7, 0.1)).hasMessageContaining("7 answers");
        assertThatThrownBy(() -> new DecisionSettled(0, 1, 2, 0.1)).hasMessageContaining("1.0");
    }
}
