package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AdaptiveTestTest {

    private static final Map<String, Double> SHARES =
            Map.of("number", 4.0, "algebra", 3.0, "geometry", 2.0, "data", 1.0);
    private static final Exposure CHANCES = new Exposure.SympsonHetter(Collections.nCopies(1000, 0.3));

    private static int ask(AdaptiveTest test, RandomGenerator random) {
        return ((Step.Ask) test.next(random)).item();
    }

    /** Within what the table's straight lines can miss, twice 0.02. */
    @Property(tries = 50)
    void the_next_item_is_as_informative_as_the_best_of_a_full_scan(@ForAll long seed) {
        RandomGenerator random = Banks.random(seed);
        AdaptiveTest test = AdaptiveTest.start(Banks.plain(Banks.THOUSAND, new Stopping.AtMost(20)));
        Set<Integer> asked = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            double theta = test.posterior().mean();
            double most = IntStream.range(0, 1000)
                    .filter(item -> !asked.contains(item))
                    .mapToDouble(item -> Banks.THOUSAND.get(item).item().information(theta))
                    .max()
                    .orElseThrow();
            int item = ask(test, random);
            assertThat(Banks.THOUSAND.get(item).item().information(theta)).isGreaterThan(most - 0.04);
            asked.add(item);
            test.answer(random.nextBoolean());
        }
    }

    @Property(tries = 30)
    void no_item_is_asked_twice_and_every_item_is_asked_in_the_end(
            @ForAll @IntRange(min = 1, max = 12) int best, @ForAll boolean balanced, @ForAll long seed) {
        ItemBank bank = Banks.even(40);
        ContentTargets targets = balanced ? new ContentTargets(Map.of("number", 1.0)) : ContentTargets.none();
        Exposure exposure =
                best > 10 ? new Exposure.SympsonHetter(Collections.nCopies(40, 0.1)) : new Exposure.Randomesque(best);
        RandomGenerator random = Banks.random(seed);
        AdaptiveTest test =
                AdaptiveTest.start(Banks.plan(bank, new Selection(exposure, targets), new Stopping.Precise(1e-9)));
        Set<Integer> asked = new HashSet<>();
        while (test.next(random) instanceof Step.Ask ask) {
            assertThat(asked.add(ask.item())).isTrue();
            test.answer(random.nextBoolean());
        }
        assertThat(asked).hasSize(40);
        assertThat(test.next(random))
                .isEqualTo(new Step.Stop(Decision.UNDECIDED, "All 40 items of the bank are answered."));
    }

    @Test
    void until_it_is_answered_the_same_item_is_given_again() {
        AdaptiveTest test = AdaptiveTest.start(Banks.plan(
                Banks.THOUSAND,
                new Selection(new Exposure.Randomesque(50), ContentTargets.none()),
                new Stopping.AtMost(3)));
        RandomGenerator random = Banks.random(4);
        int item = ask(test, random);
        assertThat(IntStream.range(0, 20).map(i -> ask(test, random))).containsOnly(item);
        test.answer(true);
        assertThat(test.responses()).containsExactly(new Response(item, true));
        assertThatThrownBy(() -> test.answer(true)).hasMessageContaining("No item is waiting");
    }

    @Test
    void a_test_continues_elsewhere_from_its_answers() {
        TestPlan plan = Banks.plan(
                Banks.THOUSAND,
                new Selection(new Exposure.Unlimited(), new ContentTargets(SHARES)),
                new Stopping.AtMost(30));
        AdaptiveTest test = Banks.answered(plan, true, false, true, true, false);
        AdaptiveTest resumed = AdaptiveTest.resume(plan, test.responses());
        assertThat(resumed.posterior().mean()).isEqualTo(test.posterior().mean());
        assertThat(resumed.next(Banks.random(1))).isEqualTo(test.next(Banks.random(1)));
        List<Response> twice = List.of(new Response(7, true), new Response(7, false));
        assertThatThrownBy(() -> AdaptiveTest.resume(plan, twice)).hasMessageContaining("Item 7 is answered twice");
        assertThatThrownBy(() -> AdaptiveTest.resume(plan, List.of(new Response(1000, true))))
                .hasMessageContaining("Item 1000");
    }

    /** The area that lacks most goes first, so that no area is ever a whole item or more away from its share. */
    @Property(tries = 30)
    void each_area_has_its_share_at_every_length(@ForAll boolean controlled, @ForAll long seed) {
        RandomGenerator random = Banks.random(seed);
        Exposure exposure = controlled ? CHANCES : new Exposure.Randomesque(5);
        AdaptiveTest test = AdaptiveTest.start(Banks.plan(
                Banks.THOUSAND, new Selection(exposure, new ContentTargets(SHARES)), new Stopping.AtMost(40)));
        int[] asked = new int[4];
        for (int length = 1; length <= 40; length++) {
            asked[Banks.AREAS.indexOf(Banks.THOUSAND.get(ask(test, random)).area())]++;
            test.answer(random.nextBoolean());
            for (int area = 0; area < 4; area++) {
                double share = SHARES.get(Banks.AREAS.get(area)) / 10 * length;
                assertThat((double) asked[area]).isCloseTo(share, within(1.0 + 1e-9));
            }
        }
    }

    /** Each of the five best is asked first in a fifth of the tests, within four binomial standard errors. */
    @Test
    void one_of_the_best_is_chosen_evenly() {
        TestPlan plan = Banks.plan(
                Banks.THOUSAND,
                new Selection(new Exposure.Randomesque(5), ContentTargets.none()),
                new Stopping.AtMost(1));
        RandomGenerator random = Banks.random(8);
        int[] count = new int[1000];
        for (int i = 0; i < 5000; i++) {
            count[ask(AdaptiveTest.start(plan), random)]++;
        }
        List<Integer> best = AdaptiveTest.start(plan).mostInformative(5);
        for (int item : best) {
            assertThat(count[item] / 5000.0).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / 5000)));
        }
        assertThat(best.stream().mapToInt(item -> count[item]).sum()).isEqualTo(5000);
    }

    /** The second best is asked first with chance 0.7 * 0.3 = 0.21. */
    @Test
    void an_item_is_asked_with_its_chance_or_set_aside() {
        TestPlan plan =
                Banks.plan(Banks.THOUSAND, new Selection(CHANCES, ContentTargets.none()), new Stopping.AtMost(1));
        List<Integer> best = AdaptiveTest.start(plan).mostInformative(2);
        RandomGenerator random = Banks.random(9);
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            first.add(ask(AdaptiveTest.start(plan), random));
        }
        double tolerance = 4 * Math.sqrt(0.3 * 0.7 / 5000);
        assertThat(Collections.frequency(first, best.get(0)) / 5000.0).isCloseTo(0.3, within(tolerance));
        assertThat(Collections.frequency(first, best.get(1)) / 5000.0).isCloseTo(0.21, within(tolerance));
    }

    @Test
    void bounds_that_do_not_fit_the_bank_are_refused() {
        Stopping stop = new Stopping.AtMost(5);
        ItemBank bank = Banks.even(10);
        assertThatThrownBy(() -> Banks.plan(bank, Selection.plain().with(CHANCES), stop))
                .hasMessageContaining("1000 chances for 10 items");
        ContentTargets music = new ContentTargets(Map.of("music", 1.0));
        assertThatThrownBy(() -> Banks.plan(bank, new Selection(new Exposure.Unlimited(), music), stop))
                .hasMessageContaining("no item of [music]");
        assertThatThrownBy(() -> new ContentTargets(Map.of("number", 0.0))).hasMessageContaining("share 0.0");
        assertThatThrownBy(() -> new Exposure.Randomesque(0)).hasMessageContaining("best 0");
        assertThatThrownBy(() -> new Exposure.SympsonHetter(List.of(0.0))).hasMessageContaining("Chance 0.0");
    }
}
