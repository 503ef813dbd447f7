package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph.Edge;

class SimulationTest {

    private static final KnowledgeStructure SMALL = KnowledgeStructure.generated(3, 4, 5);

    private static Results run(Scenario scenario, LearnerModel model, Run run) {
        return ((Simulation.Finished) Simulation.run(scenario, model, run, Watch.NONE)).results();
    }

    private static Results run(Scenario scenario, LearnerModel model, long learners) {
        return run(scenario, model, new Run(42, learners, 2));
    }

    private static Finding at(Measure measure, Approach approach, int year) {
        return new Finding(measure, approach, Group.ALL, year);
    }

    private static List<Estimate> everything(Results results) {
        List<Estimate> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (Group group : Group.values()) {
                for (int year = 1; year <= results.scenario().school().years(); year++) {
                    Finding finding = new Finding(measure, Approach.BATCH, group, year);
                    all.add(results.estimate(finding));
                    all.add(results.estimate(finding.under(Approach.MASTERY)));
                    all.add(results.difference(finding));
                }
            }
        }
        return all;
    }

    @Test
    void the_same_seed_gives_the_same_results_with_one_two_and_three_threads() {
        for (LearnerModel model : LearnerModel.all()) {
            List<Estimate> one = everything(run(Scenario.standard(), model, new Run(7, 450, 1)));
            assertThat(everything(run(Scenario.standard(), model, new Run(7, 450, 2))))
                    .isEqualTo(one);
            assertThat(everything(run(Scenario.standard(), model, new Run(7, 450, 3))))
                    .isEqualTo(one);
            assertThat(everything(run(Scenario.standard(), model, new Run(8, 450, 3))))
                    .isNotEqualTo(one);
        }
    }

    /** Nine opportunities a unit, and a rule that asks for nine right in a row: both approaches take the same time. */
    @Test
    void both_approaches_agree_when_all_are_alike_and_learn_surely() {
        Scenario alike = Scenario.standard()
                .with(Population.identical())
                .with(new Advancement.MOfN(9, 9))
                .with(Attrition.none());
        Results results = run(alike, KnowledgeTracing.sure(), 30);
        for (int year = 1; year <= 13; year++) {
            for (Measure measure : Measure.values()) {
                assertThat(results.difference(at(measure, Approach.BATCH, year)))
                        .isEqualTo(new Estimate(0, 0));
            }
            assertThat(results.estimate(at(Measure.KNOWN, Approach.MASTERY, year))
                            .value())
                    .isEqualTo(8 * year);
            assertThat(results.estimate(at(Measure.GAPS, Approach.BATCH, year)).value())
                    .isZero();
        }
        assertThat(results.estimate(at(Measure.WAITING, Approach.BATCH, 13)).value())
                .isEqualTo(8 / 9.0);
        assertThat(results.yearsUntilThrough(Approach.MASTERY, Group.ALL, 1)).isEqualTo(OptionalInt.of(13));
    }

    /** One level of four competencies without prerequisites; everything else switched off. */
    private static Scenario oneLevel(int opportunities) {
        return Scenario.standard()
                .with(new School(1, opportunities, 1))
                .with(KnowledgeStructure.of(List.of(0, 0, 0, 0), List.of()))
                .with(Population.identical())
                .with(Attrition.none())
                .with(new Advancement.MOfN(1, 1));
    }

    @Test
    void under_batch_promotion_a_unit_is_learned_with_the_chance_of_its_opportunities() {
        KnowledgeTracing quarter = new KnowledgeTracing(0.25, 1, Checking.exact(), 0);
        double learned = 1 - Math.pow(0.75, 5);
        Estimate known = run(oneLevel(20), quarter, 20_000).estimate(at(Measure.KNOWN, Approach.BATCH, 1));
        double error = Math.sqrt(4 * learned * (1 - learned) / 20_000);
        assertThat(known.value()).isCloseTo(4 * learned, within(4 * error));
        assertThat(known.standardError()).isCloseTo(error, within(0.2 * error));
    }

    /** With exact checks the opportunities to be through are negative binomial: four successes among twelve trials. */
    @Test
    void upon_mastery_the_chance_to_be_through_is_that_of_enough_successes() {
        KnowledgeTracing quarter = new KnowledgeTracing(0.25, 1, Checking.exact(), 0);
        double failing = 0;
        double[] choose = {1, 12, 66, 220};
        for (int k = 0; k < 4; k++) {
            failing += choose[k] * Math.pow(0.25, k) * Math.pow(0.75, 12 - k);
        }
        Estimate through = run(oneLevel(12), quarter, 20_000).estimate(at(Measure.GRADUATED, Approach.MASTERY, 1));
        double error = Math.sqrt(failing * (1 - failing) / 20_000);
        assertThat(through.value()).isCloseTo(1 - failing, within(4 * error));
        assertThat(through.standardError()).isCloseTo(error, within(0.2 * error));
    }

    @Test
    void leaving_follows_its_probability_year_by_year() {
        Scenario leaving = Scenario.standard().with(new Attrition(-2, 0, 0, 3));
        Results results = run(leaving, KnowledgeTracing.standard(), 10_000);
        double hazard = 1 / (1 + Math.exp(2));
        double left = 1 - Math.pow(1 - hazard, 4);
        assertThat(results.estimate(at(Measure.LEFT, Approach.BATCH, 2)).value())
                .isZero();
        assertThat(results.estimate(at(Measure.LEFT, Approach.BATCH, 6)).value())
                .isCloseTo(left, within(4 * Math.sqrt(left * (1 - left) / 10_000)));
    }

    @Test
    void who_left_forgets_over_summers_as_anyone() {
        Scenario leaving =
                Scenario.standard().with(School.standard().withYears(3)).with(new Attrition(100, 0, 0, 1));
        KnowledgeTracing forgetful = new KnowledgeTracing(0.25, 0.4, Checking.standard(), 0.1);
        Results results = run(leaving, forgetful, 2_000);
        for (Approach approach : Approach.values()) {
            double first = results.estimate(at(Measure.KNOWN, approach, 1)).value();
            double third = results.estimate(at(Measure.KNOWN, approach, 3)).value();
            double error = Math.sqrt(0.81 * 0.19 / (2_000 * first));
            assertThat(results.estimate(at(Measure.LEFT, approach, 1)).value()).isEqualTo(1);
            assertThat(third / first).isCloseTo(0.81, within(4 * error));
        }
    }

    /** The error of a standard error from 200 blocks is about 5%, so that of a ratio of two is about 7%. */
    @Test
    void standard_errors_halve_with_four_times_the_learners() {
        for (Measure measure : List.of(Measure.KNOWN, Measure.GAPS, Measure.WAITING, Measure.PROFICIENT)) {
            Finding finding = at(measure, Approach.MASTERY, 6);
            double few = standardError(2_000, finding);
            double many = standardError(8_000, finding);
            assertThat(few / many).isBetween(2 * (1 - 0.28), 2 * (1 + 0.28));
        }
    }

    private static double standardError(long learners, Finding finding) {
        Scenario six = Scenario.standard().with(School.standard().withYears(6));
        return run(six, KnowledgeTracing.standard(), learners).estimate(finding).standardError();
    }

    @Test
    void the_difference_of_pairs_is_surer_than_that_of_strangers() {
        Results results = run(Scenario.standard(), KnowledgeTracing.standard(), 4_000);
        Finding finding = at(Measure.KNOWN, Approach.BATCH, 6);
        double strangers = Math.hypot(
                results.estimate(finding).standardError(),
                results.estimate(finding.under(Approach.MASTERY)).standardError());
        assertThat(results.difference(finding).standardError()).isLessThan(0.9 * strangers);
    }

    /** Standard deviations are lengths, so that of a difference obeys the triangle inequality. */
    @Test
    void the_error_of_a_difference_comes_from_both_approaches() {
        Results results = run(Scenario.standard(), KnowledgeTracing.standard(), 1_000);
        for (Measure measure : Measure.values()) {
            Finding finding = at(measure, Approach.BATCH, 13);
            double batch = results.estimate(finding).standardError();
            double mastery = results.estimate(finding.under(Approach.MASTERY)).standardError();
            assertThat(results.difference(finding).standardError())
                    .isBetween(Math.abs(batch - mastery) - 1e-9, batch + mastery + 1e-9);
        }
    }

    @Test
    void more_support_never_lowers_what_is_known_beyond_chance() {
        Scenario scenario = Scenario.standard().with(new School(3, 24, 0.8)).with(SMALL);
        for (LearnerModel model : LearnerModel.all()) {
            for (Approach approach : Approach.values()) {
                Finding known = at(Measure.KNOWN, approach, 3);
                Estimate before = run(scenario, model, 3_000).estimate(known);
                for (int extra : List.of(6, 24)) {
                    Estimate more = run(scenario.with(Support.both(extra)), model, 3_000)
                            .estimate(known);
                    double error = Math.hypot(before.standardError(), more.standardError());
                    assertThat(more.value()).isGreaterThan(before.value() - 3 * error);
                    before = more;
                }
            }
        }
    }

    @Test
    void support_goes_only_where_it_is_given() {
        Scenario scenario = Scenario.standard().with(new School(3, 24, 0.8)).with(SMALL);
        Results none = run(scenario, KnowledgeTracing.standard(), 1_000);
        Results inBatch = run(scenario.with(new Support(24, true, false)), KnowledgeTracing.standard(), 1_000);
        Finding known = at(Measure.KNOWN, Approach.BATCH, 3);
        assertThat(inBatch.estimate(known).value())
                .isGreaterThan(none.estimate(known).value() + 1);
        assertThat(inBatch.estimate(known.under(Approach.MASTERY)))
                .isEqualTo(none.estimate(known.under(Approach.MASTERY)));
        Results uponMastery = run(scenario.with(new Support(24, false, true)), KnowledgeTracing.standard(), 1_000);
        assertThat(uponMastery.estimate(known)).isEqualTo(none.estimate(known));
        assertThat(uponMastery.estimate(known.under(Approach.MASTERY)).value())
                .isGreaterThan(none.estimate(known.under(Approach.MASTERY)).value() + 1);
    }

    /** All is forgotten over a summer, and nothing can be learned without its prerequisite. */
    @Test
    void who_is_stuck_upon_mastery_goes_back_to_what_is_missing() {
        Scenario chain = Scenario.standard()
                .with(new School(2, 20, 1))
                .with(KnowledgeStructure.of(List.of(0, 1), List.of(new Edge<>(0, 1))))
                .with(Population.identical())
                .with(Attrition.none())
                .with(new Advancement.MOfN(20, 20));
        Results results = run(chain, new KnowledgeTracing(1, 0, Checking.exact(), 1), 2);
        Finding known = at(Measure.KNOWN, Approach.BATCH, 2);
        assertThat(results.estimate(known).value()).isZero();
        assertThat(results.estimate(known.under(Approach.MASTERY)).value()).isEqualTo(2);
    }

    @Test
    void terciles_are_thirds_and_make_up_the_whole() {
        Results results = run(Scenario.standard(), KnowledgeTracing.standard(), 3_000);
        Finding known = at(Measure.KNOWN, Approach.BATCH, 13);
        double slower = results.estimate(known.of(Group.SLOWER)).value();
        double middle = results.estimate(known.of(Group.MIDDLE)).value();
        double faster = results.estimate(known.of(Group.FASTER)).value();
        assertThat(slower).isLessThan(middle);
        assertThat(middle).isLessThan(faster);
        assertThat((slower + middle + faster) / 3)
                .isCloseTo(results.estimate(known).value(), within(1.5));
    }

    @Test
    void the_range_over_models_holds_every_model() {
        List<Results> all = LearnerModel.all().stream()
                .map(model -> run(Scenario.standard(), model, 200))
                .toList();
        Finding known = at(Measure.KNOWN, Approach.BATCH, 13);
        Range range = Range.over(all, results -> results.estimate(known));
        assertThat(all)
                .allSatisfy(
                        results -> assertThat(results.estimate(known).value()).isBetween(range.low(), range.high()));
        assertThat(range.low()).isLessThan(range.high());
    }

    @Test
    void a_watch_sees_progress_and_can_stop() {
        List<Long> seen = new ArrayList<>();
        Run thousand = new Run(1, 1_000, 1);
        Simulation.Outcome outcome =
                Simulation.run(Scenario.standard(), KnowledgeTracing.sure(), thousand, (done, total) -> {
                    seen.add(done);
                    return done < 15;
                });
        assertThat(seen).containsExactly(5L, 10L, 15L);
        assertThat(outcome).isEqualTo(new Simulation.Stopped(15, 1_000));
    }

    @Test
    void interruption_stops_it_and_is_kept() {
        Thread.currentThread().interrupt();
        Simulation.Outcome outcome =
                Simulation.run(Scenario.standard(), KnowledgeTracing.sure(), new Run(1, 100_000_000, 1), Watch.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Simulation.Stopped.class);
    }

    @Test
    void a_single_learner_has_a_value_without_an_error() {
        Estimate known =
                run(Scenario.standard(), KnowledgeTracing.sure(), 1).estimate(at(Measure.KNOWN, Approach.BATCH, 13));
        assertThat(known.value()).isEqualTo(104);
        assertThat(known.standardError()).isNaN();
    }

    @Test
    void what_cannot_be_is_refused_with_the_value_and_the_remedy() {
        Results results = run(Scenario.standard(), KnowledgeTracing.sure(), 1);
        assertThatThrownBy(() -> results.estimate(at(Measure.KNOWN, Approach.BATCH, 14)))
                .hasMessage("Year 14 was not simulated. Ask for one from 1 to 13, or simulate more years.");
        assertThatThrownBy(() -> Scenario.standard().with(SMALL))
                .hasMessage("13 school years need as many levels, and the structure has 3."
                        + " Simulate fewer years or add levels.");
        assertThatThrownBy(() -> new Run(1, 0, 1))
                .hasMessage("The number of learners 0 is out of range. Use a number from 1 to 1000000000.");
        assertThatThrownBy(() -> new Checking(0.5, 0.5)).hasMessageContaining("0.5 and slipping 0.5 sum to 1");
        assertThatThrownBy(() -> Range.over(List.of(), r -> new Estimate(0, 0))).hasMessageContaining("no results");
    }
}
