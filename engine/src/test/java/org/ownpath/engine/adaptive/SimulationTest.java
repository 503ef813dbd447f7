package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Selection CONTROLLED = new Selection(
            new Exposure.Randomesque(5), new ContentTargets(Map.of("number", 2.0, "algebra", 1.0, "data", 1.0)));
    private static final List<Simulee> PEOPLE = Simulee.drawn(2000, Banks.random(1));
    private static final SimulationReport TWENTY =
            Simulation.run(Banks.plan(Banks.THOUSAND, CONTROLLED, new Stopping.AtMost(20)), PEOPLE, 2);

    @Test
    void the_same_seed_gives_the_same_report_whatever_the_order() {
        TestPlan plan = Banks.plan(Banks.THOUSAND, CONTROLLED, new Stopping.Precise(0.35));
        List<Simulee> people = new ArrayList<>(PEOPLE.subList(0, 300));
        SimulationReport report = Simulation.run(plan, people, 7);
        Collections.shuffle(people, new Random(3));
        SimulationReport again = Simulation.run(plan, people, 7);
        assertThat(again.text(0)).isEqualTo(report.text(0));
        assertThat(again.bias()).isEqualTo(report.bias());
        assertThat(again.exposure()).isEqualTo(report.exposure());
        assertThat(Simulation.run(plan, people, 8).bias()).isNotEqualTo(report.bias());
    }

    /** Abilities come from the prior, so that errors have mean 0 and the variance that is claimed: four errors each. */
    @Test
    void estimates_are_as_near_as_their_standard_errors_say() {
        double claimed = TWENTY.tests().stream()
                .mapToDouble(test ->
                        test.posterior().standardError() * test.posterior().standardError())
                .average()
                .orElseThrow();
        double squared = TWENTY.rootMeanSquaredError() * TWENTY.rootMeanSquaredError();
        assertThat(squared).isCloseTo(claimed, within(4 * claimed * Math.sqrt(2.0 / 2000)));
        assertThat(TWENTY.bias()).isCloseTo(0, within(4 * Math.sqrt(claimed / 2000)));
        assertThat(TWENTY.meanLength()).isEqualTo(20);
    }

    /** A prior of mean 0 draws those far from it towards it. */
    @Test
    void by_ability_the_bias_is_towards_the_prior() {
        assertThat(TWENTY.byAbility(1).get(-2.0).bias()).isPositive();
        assertThat(TWENTY.byAbility(1).get(1.0).bias()).isNegative();
        assertThat(TWENTY.byAbility(1).values().stream()
                        .mapToInt(band -> band.tests().size())
                        .sum())
                .isEqualTo(2000);
    }

    @Test
    void exposure_rates_add_up_to_the_mean_length() {
        ExposureRates exposure = TWENTY.exposure();
        double sum = exposure.rates().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(20, within(1e-9));
        assertThat(exposure.highest()).isBetween(20 / 1000.0, 1.0);
        assertThat(exposure.neverAsked()).isBetween(0.25, 1.0); // geometry has no share
    }

    @Test
    void the_overlap_is_that_of_all_pairs_of_tests() {
        List<SimulatedTest> tests = TWENTY.tests().subList(0, 200);
        double common = 0;
        for (int i = 0; i < tests.size(); i++) {
            Set<Integer> items = new HashSet<>(tests.get(i).items());
            for (int j = i + 1; j < tests.size(); j++) {
                common += tests.get(j).items().stream().filter(items::contains).count();
            }
        }
        double pairs = tests.size() * (tests.size() - 1) / 2.0;
        assertThat(new SimulationReport(tests, 1000).exposure().overlap())
                .isCloseTo(common / pairs / 20, within(1e-12));
    }

    /** Of those passed at 0.95, at least 95% are masters, and as many of those failed at 0.05 are not. */
    @Test
    void decisions_at_a_probability_are_right_as_often_as_it_says() {
        SimulationReport report = Simulation.run(
                Banks.plain(
                        Banks.THOUSAND, Stopping.anyOf(new MasteryDecided(0.5, 0.95, 0.05), new Stopping.AtMost(60))),
                PEOPLE,
                11);
        for (Decision decision : List.of(Decision.MASTERED, Decision.NOT_MASTERED)) {
            List<SimulatedTest> decided = report.tests().stream()
                    .filter(test -> test.stop().decision() == decision)
                    .toList();
            double right = new SimulationReport(decided, 1000).accuracy(0.5);
            assertThat(decided).hasSizeGreaterThan(300);
            assertThat(right).isGreaterThan(0.95 - 4 * Math.sqrt(0.95 * 0.05 / decided.size()));
        }
        assertThat(report.meanLength()).isLessThan(40);
        assertThat(report.accuracy(0.5)).isGreaterThan(0.9);
    }

    /** Wald's bounds on the true error rates, alpha / (1 - beta), with four binomial standard errors. */
    @Test
    void the_probability_ratio_test_keeps_its_error_rates() {
        Stopping rule = new SequentialRatio(-0.4, 0.4, 0.05, 0.1);
        TestPlan plan = Banks.plain(Banks.THOUSAND, rule);
        double wrongMastery = Simulation.run(plan, Simulee.alike(2000, -0.4), 5).share(Decision.MASTERED);
        double wrongFailure = Simulation.run(plan, Simulee.alike(2000, 0.4), 6).share(Decision.NOT_MASTERED);
        double alpha = 0.05 / 0.9;
        double beta = 0.1 / 0.95;
        assertThat(wrongMastery).isPositive().isLessThan(alpha + 4 * Math.sqrt(alpha * (1 - alpha) / 2000));
        assertThat(wrongFailure).isPositive().isLessThan(beta + 4 * Math.sqrt(beta * (1 - beta) / 2000));
    }

    /** At the cut no decision is likely, which is what the rule is for. */
    @Test
    void tests_that_would_drag_on_at_the_cut_are_ended() {
        Stopping decided = new MasteryDecided(0, 0.99, 0.01);
        Stopping most = new Stopping.AtMost(100);
        Stopping similar = new Stopping.AtLeast(5, new PredictiveSimilarity(0, 0.1, 0.9));
        List<Simulee> atTheCut = Simulee.alike(200, 0);
        double without = Simulation.run(Banks.plain(Banks.THOUSAND, Stopping.anyOf(decided, most)), atTheCut, 3)
                .meanLength();
        double with = Simulation.run(Banks.plain(Banks.THOUSAND, Stopping.anyOf(decided, similar, most)), atTheCut, 3)
                .meanLength();
        assertThat(with).isLessThan(without / 2);
    }

    @Test
    void the_table_has_a_line_for_each_band() {
        List<String> lines = TWENTY.text(0).lines().toList();
        assertThat(lines.get(0)).isEqualTo("ability     people    bias    RMSE      SE  length   right");
        assertThat(lines.get(lines.size() - 2)).startsWith("all           2000").contains("    20.0");
        assertThat(lines.get(lines.size() - 1)).startsWith("Of 1000 items the most used was asked in ");
        assertThat(lines).hasSize(TWENTY.byAbility(1).size() + 3);
    }

    @Test
    void what_cannot_be_simulated_is_refused() {
        TestPlan plan = Banks.plain(Banks.even(10), new Stopping.AtMost(3));
        assertThatThrownBy(() -> Simulation.run(plan, List.of(), 1)).hasMessageContaining("0 simulees");
        List<Simulee> twins = List.of(new Simulee(1, 0), new Simulee(1, 2));
        assertThatThrownBy(() -> Simulation.run(plan, twins, 1)).hasMessageContaining("2 simulees have 1");
        assertThatThrownBy(() -> TWENTY.byAbility(0)).hasMessageContaining("width 0.0");
        assertThatThrownBy(() -> new Simulee(3, Double.NaN)).hasMessageContaining("Simulee 3");
    }
}
