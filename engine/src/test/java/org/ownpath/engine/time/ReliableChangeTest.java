package org.ownpath.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.time.ReliableChange.Direction;
import org.ownpath.engine.time.ReliableChange.Measurement;

class ReliableChangeTest {

    private static ReliableChange change(double before, double after) {
        return new ReliableChange(new Measurement(before, 0.3), new Measurement(after, 0.4));
    }

    /** Errors 0.3 and 0.4 make 0.5 together, so that a change has to be above 0.98. */
    @Test
    void a_change_is_held_against_the_error_of_both_measurements() {
        assertThat(change(-1, 0).standardError()).isCloseTo(0.5, within(1e-12));
        assertThat(change(-1, 0).index()).isCloseTo(2, within(1e-12));
        assertThat(change(-1, 0).direction()).isEqualTo(Direction.IMPROVED);
        assertThat(change(0, -1).direction()).isEqualTo(Direction.DECLINED);
        assertThat(change(0, 0.97).direction()).isEqualTo(Direction.WITHIN_ERROR);
        assertThat(change(0, 0.99).direction()).isEqualTo(Direction.IMPROVED);
    }

    /** Four binomial standard errors around 5%. */
    @Test
    void of_learners_who_did_not_change_one_in_twenty_is_shown_as_changed() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int learners = 20_000;
        int changed = 0;
        for (int i = 0; i < learners; i++) {
            ReliableChange change = change(0.3 * random.nextGaussian(), 0.4 * random.nextGaussian());
            changed += change.direction() == Direction.WITHIN_ERROR ? 0 : 1;
        }
        assertThat(changed / (double) learners).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / learners)));
    }

    @Test
    void a_measurement_without_an_error_is_refused() {
        assertThatThrownBy(() -> new Measurement(1, 0)).hasMessageContaining("standard error 0.0");
        assertThatThrownBy(() -> new Measurement(Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
