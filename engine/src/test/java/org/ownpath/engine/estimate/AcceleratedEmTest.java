package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceleratedEmTest {

    /** Goes to 0 slowly at first and then fast, so that a leap lands far beyond, where the objective falls steeply. */
    private static final class Deceptive implements EmStep {

        private boolean bounded;
        private int leapsBeyond;

        @Override
        public double apply(double[] from, double[] to) {
            double at = from[0];
            to[0] = at > 0 ? Math.max(0, at - 0.05 * Math.sqrt(at)) : at / 2;
            leapsBeyond += at < -0.01 ? 1 : 0;
            return at > 0 ? -at * at : -100 * at * at;
        }

        @Override
        public boolean feasible(double[] parameters) {
            return !bounded || parameters[0] >= 0;
        }
    }

    @Test
    void a_leap_that_lands_lower_is_not_taken() {
        Deceptive step = new Deceptive();
        List<Double> heard = new ArrayList<>();
        AcceleratedEm.Outcome outcome = new AcceleratedEm(
                        step, new Stopping(500, 1e-6), (steps, objective) -> heard.add(objective))
                .run(new double[] {4});
        assertThat(step.leapsBeyond).isPositive();
        assertThat(heard).isSorted();
        assertThat(outcome.converged()).isTrue();
        assertThat(outcome.parameters().at(0)).isCloseTo(0, within(1e-3));
    }

    @Test
    void a_leap_out_of_the_model_is_not_tried() {
        Deceptive step = new Deceptive();
        step.bounded = true;
        new AcceleratedEm(step, new Stopping(500, 1e-6), FitProgress.NONE).run(new double[] {4});
        assertThat(step.leapsBeyond).isZero();
    }

    @Test
    void a_slow_linear_approach_is_shortened_by_leaps() {
        EmStep slow = new EmStep() {
            @Override
            public double apply(double[] from, double[] to) {
                to[0] = from[0] * 0.99;
                to[1] = from[1] * 0.5;
                return -from[0] * from[0] - from[1] * from[1];
            }

            @Override
            public boolean feasible(double[] parameters) {
                return true;
            }
        };
        AcceleratedEm.Outcome outcome =
                new AcceleratedEm(slow, new Stopping(1000, 1e-8), FitProgress.NONE).run(new double[] {1, 1});
        assertThat(outcome.converged()).isTrue();
        assertThat(outcome.steps()).isLessThan(200); // plain steps take log(1e-6) / log(.99) = 1375
    }

    @Test
    void a_run_that_is_out_of_steps_says_so() {
        AcceleratedEm.Outcome outcome =
                new AcceleratedEm(new Deceptive(), new Stopping(2, 1e-6), FitProgress.NONE).run(new double[] {4});
        assertThat(outcome.converged()).isFalse();
        assertThat(outcome.steps()).isEqualTo(2);
    }
}
