package org.ownpath.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.time.PaceBackTest.Coverage;

class PaceBackTestTest {

    /** One forecast a learner, so that outcomes are independent: four binomial standard errors. */
    @Property(tries = 15, seed = "20260101")
    void four_in_five_forecasts_hold_for_learners_of_constant_pace(
            @ForAll @IntRange(min = 1, max = 12) int more,
            @ForAll @DoubleRange(min = 1, max = 10) double shape,
            @ForAll @DoubleRange(min = 0, max = 20) double week) {
        Pace prior = new Pace(shape, 4);
        List<PaceHistory> histories = new PoissonLearners(more).draw(1500, prior, 400);
        Coverage coverage = PaceBackTest.run(prior, histories, List.of(week), more);
        double error = Math.sqrt(0.8 * 0.2 / coverage.forecasts());
        assertThat(coverage.forecasts()).isEqualTo(1500);
        assertThat(coverage.least()).isLessThan(0.8 + 4 * error);
        assertThat(coverage.most()).isGreaterThan(0.8 - 4 * error);
        double tail = 4 * Math.sqrt(0.1 * 0.9 / coverage.forecasts());
        assertThat(coverage.sooner() / 1500.0).isCloseTo(0.1, within(tail));
    }

    @Test
    void a_prior_that_is_too_slow_shows_in_the_coverage() {
        List<PaceHistory> histories = new PoissonLearners(5).draw(500, new Pace(8, 4), 100);
        Coverage coverage = PaceBackTest.run(new Pace(8, 16), histories, List.of(0.0), 5);
        assertThat(coverage.share()).isLessThan(0.6);
        assertThat(coverage.sooner()).isGreaterThan(coverage.later());
    }

    /** Band of Pace(1, 1) for one more: p10 = 1/9, p90 = 9 weeks; after one mastery in one week it is narrower. */
    @Test
    void each_outcome_is_counted_once() {
        Pace prior = new Pace(1, 1);
        assertThat(PaceBackTest.run(prior, List.of(new PaceHistory(20, List.of(0.05))), List.of(0.0), 1))
                .isEqualTo(new Coverage(0, 1, 0, 0));
        assertThat(PaceBackTest.run(prior, List.of(new PaceHistory(20, List.of(4.0))), List.of(0.0), 1))
                .isEqualTo(new Coverage(1, 0, 0, 0));
        assertThat(PaceBackTest.run(prior, List.of(new PaceHistory(20, List.of())), List.of(0.0), 1))
                .isEqualTo(new Coverage(0, 0, 1, 0));
        Coverage open = PaceBackTest.run(prior, List.of(new PaceHistory(5, List.of())), List.of(0.0), 1);
        assertThat(open).isEqualTo(new Coverage(0, 0, 0, 1));
        assertThat(open.least()).isZero();
        assertThat(open.most()).isEqualTo(1);
        assertThat(open.sentence()).isEqualTo("Of 1 forecasts 0 came within the band, 0 sooner, 0 later, 1 are open.");
    }

    @Test
    void weeks_after_the_end_of_a_history_are_passed_over() {
        assertThat(PaceBackTest.run(new Pace(1, 1), List.of(new PaceHistory(5, List.of(1.0))), List.of(5.0, 9.0), 1)
                        .forecasts())
                .isZero();
    }

    @Test
    void a_mastery_outside_the_history_is_refused() {
        assertThatThrownBy(() -> new PaceHistory(5, List.of(6.0))).hasMessageContaining("week 6.0");
        assertThatThrownBy(() -> new PaceHistory(0, List.of())).hasMessageContaining("0.0 weeks");
    }
}
