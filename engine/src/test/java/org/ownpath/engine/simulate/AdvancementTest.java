package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;

class AdvancementTest {

    private static final List<Aggregation> AGGREGATIONS = List.of(
            new Aggregation.Latest(),
            new Aggregation.Highest(),
            new Aggregation.Lowest(),
            new Aggregation.Mean(),
            new Aggregation.Median(),
            new Aggregation.Mode(),
            new Aggregation.BestN(1),
            new Aggregation.BestN(2),
            new Aggregation.BestN(5),
            new Aggregation.WeightedAverage(0.65),
            new Aggregation.DecayingAverage(0.65),
            new Aggregation.DecayingAverage(1));

    @Provide
    Arbitrary<Rule> rules() {
        return Combinators.combine(
                        Arbitraries.of(AGGREGATIONS),
                        Arbitraries.of(1.0, 2.0, 2.5, 3.0, 3.5, 4.0),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(1.0, 2.0, 2.5, 3.0).optional(0.4))
                .as((aggregation, threshold, count, least) -> Rule.of(
                        aggregation,
                        new Requirements(threshold, count, Set.of(), Optional.empty(), 1, 0, Optional.of(7), least)));
    }

    @Property
    void counting_ratings_comes_to_the_same_as_the_judge_at_every_check(
            @ForAll("rules") Rule rule,
            @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 1, max = 4) Integer> ratings) {
        Advancement.ByRule advancement = new Advancement.ByRule(rule);
        Checks fast = advancement.checks();
        Checks judged = advancement.judged();
        assertThat(fast).isInstanceOf(CountedChecks.class);
        for (int rating : List.of(4, 1, 4)) { // what a cleared tally has to forget
            fast.add(rating);
        }
        fast.clear();
        for (int rating : ratings) {
            fast.add(rating);
            judged.add(rating);
            assertThat(fast.enough()).isEqualTo(judged.enough());
        }
    }

    @Property
    void m_of_n_looks_at_the_last_n(
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(max = 5) int more,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 4) Integer> ratings) {
        Checks checks = new Advancement.MOfN(m, m + more).checks();
        for (int i = 0; i < ratings.size(); i++) {
            checks.add(ratings.get(i));
            long right = ratings.subList(Math.max(0, i + 1 - m - more), i + 1).stream()
                    .filter(rating -> rating >= 3)
                    .count();
            assertThat(checks.enough()).isEqualTo(right >= m);
        }
        checks.clear();
        assertThat(checks.enough()).isFalse();
    }

    @Test
    void a_rule_that_asks_for_more_than_ratings_is_put_to_the_judge_and_can_be_met() {
        Rule licence =
                Presets.find("driving-licence", Checking.RIGHT).orElseThrow().rule();
        Checks checks = Advancement.by(licence).checks();
        assertThat(checks).isInstanceOf(JudgedChecks.class);
        checks.add(4);
        assertThat(checks.enough()).isFalse();
        checks.add(4);
        assertThat(checks.enough()).isTrue();
        checks.clear();
        checks.add(4);
        assertThat(checks.enough()).isFalse();
    }

    @Test
    void learners_advance_under_the_judge_itself() {
        Rule licence =
                Presets.find("driving-licence", Checking.RIGHT).orElseThrow().rule();
        Scenario scenario = Scenario.standard()
                .with(School.standard().withYears(2))
                .with(Advancement.by(licence))
                .with(Population.identical());
        Results results = ((Simulation.Finished)
                        Simulation.run(scenario, KnowledgeTracing.sure(), new Run(1, 5, 1), Watch.NONE))
                .results();
        Finding known = new Finding(Measure.KNOWN, Approach.MASTERY, Group.ALL, 2);
        assertThat(results.estimate(known).value()).isEqualTo(72); // two checks each, 144 opportunities
    }

    @Test
    void words_say_the_rule() {
        assertThat(Advancement.standard().words()).isEqualTo("at least 4 of the last 5 checks right");
        assertThat(Advancement.by(Presets.find("best-2", 3).orElseThrow().rule())
                        .words())
                .isEqualTo("the average of the best 2 ratings reaches 3.0, shown 2 times");
        assertThatThrownBy(() -> new Advancement.MOfN(5, 4)).hasMessageContaining("5 of 4");
    }
}
