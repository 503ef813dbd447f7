package org.ownpath.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void masteries_and_weeks_add_to_what_is_known() {
        assertThat(new Pace(2, 4).after(3, 6)).isEqualTo(new Pace(5, 10));
        assertThat(new Pace(5, 10).perWeek()).isEqualTo(0.5);
    }

    /** For one more: P(wait over t) = (beta / (beta + t))^alpha, solved for t by hand. */
    @Test
    void the_wait_for_one_more_is_the_lomax_distribution() {
        Pace pace = new Pace(3, 5);
        assertThat(pace.weeksUntil(1, 0.5)).isCloseTo(5 * (Math.pow(0.5, -1.0 / 3) - 1), within(1e-10));
        assertThat(pace.weeksUntil(1, 0.9)).isCloseTo(5 * (Math.pow(0.1, -1.0 / 3) - 1), within(1e-10));
    }

    /** The rate is integrated out by Simpson's rule, with the Poisson probability of fewer than n masteries. */
    @Test
    void the_wait_for_several_agrees_with_a_numeric_integration() {
        Pace pace = new Pace(4.5, 6);
        for (double quantile : new double[] {0.1, 0.5, 0.9}) {
            double weeks = pace.weeksUntil(7, quantile);
            assertThat(chanceOfFewerThan(7, weeks, pace)).isCloseTo(1 - quantile, within(1e-8));
        }
    }

    private static double chanceOfFewerThan(int n, double weeks, Pace pace) {
        int steps = 20_000;
        double width = 12.0 / steps;
        double sum = 0;
        double norm = 0;
        for (int i = 0; i <= steps; i++) {
            double rate = i * width;
            double simpson = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            double density = simpson * Math.pow(rate, pace.shape() - 1) * Math.exp(-pace.rate() * rate);
            double term = Math.exp(-rate * weeks);
            double fewer = 0;
            for (int k = 0; k < n; k++) {
                fewer += term;
                term *= rate * weeks / (k + 1);
            }
            sum += density * fewer;
            norm += density;
        }
        return sum / norm;
    }

    @Property
    void a_higher_quantile_and_more_to_master_take_longer(
            @ForAll @DoubleRange(min = 0.1, max = 500) double shape,
            @ForAll @DoubleRange(min = 0.1, max = 500) double rate,
            @ForAll @IntRange(min = 1, max = 300) int more) {
        Pace pace = new Pace(shape, rate);
        Pace.Band band = pace.weeksUntil(more);
        assertThat(band.p10()).isPositive().isLessThan(band.median());
        assertThat(band.median()).isLessThan(band.p90());
        assertThat(band.p90()).isFinite().isLessThan(pace.weeksUntil(more + 1, 0.9));
        assertThat(pace.perWeek(0.1)).isLessThan(pace.perWeek(0.9));
    }

    @Property
    void a_mastery_shortens_the_forecast_and_an_idle_week_lengthens_it(
            @ForAll @DoubleRange(min = 0.5, max = 50) double shape,
            @ForAll @DoubleRange(min = 0.5, max = 50) double rate,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        Pace pace = new Pace(shape, rate);
        double median = pace.weeksUntil(more).median();
        assertThat(pace.after(1, 0).weeksUntil(more).median()).isLessThan(median);
        assertThat(pace.after(0, 1).weeksUntil(more).median()).isGreaterThan(median);
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_value() {
        assertThatThrownBy(() -> new Pace(0, 1)).hasMessageContaining("shape 0.0");
        assertThatThrownBy(() -> new Pace(1, 1).after(-1, 2)).hasMessageContaining("-1 masteries");
        assertThatThrownBy(() -> new Pace(1, 1).weeksUntil(0)).hasMessageContaining("0 more");
        assertThatThrownBy(() -> new Pace(1, 1).weeksUntil(1, 1)).hasMessageContaining("1.0");
    }
}
