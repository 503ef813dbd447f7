package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.estimate.Item;

class PosteriorTest {

    @Test
    void before_any_answer_it_is_the_prior() {
        Posterior prior = Posterior.normal(0.5, 1);
        assertThat(prior.mean()).isCloseTo(0.5, within(1e-6));
        assertThat(prior.standardError()).isCloseTo(1, within(1e-5));
        assertThat(prior.atLeast(0.5)).isCloseTo(0.5, within(1e-6));
        assertThat(prior.atLeast(1.5)).isCloseTo(0.158655, within(1e-3));
        assertThat(prior.atLeast(-7)).isEqualTo(1);
        assertThat(prior.atLeast(7)).isZero();
    }

    /** Against Simpson's rule on 12,001 points; at most four standard errors of the grid's spacing can be missed. */
    @Property(tries = 100)
    void the_estimate_agrees_with_a_numeric_integration(
            @ForAll @IntRange(min = 1, max = 30) int answers, @ForAll long seed) {
        RandomGenerator random = Banks.random(seed);
        Posterior posterior = Posterior.normal(0, 1);
        DoubleUnaryOperator density = theta -> Math.exp(-theta * theta / 2);
        for (int i = 0; i < answers; i++) {
            Item item = new Item(random.nextDouble(0.5, 2.5), random.nextDouble(-2, 2), random.nextDouble(0, 0.3));
            boolean right = random.nextBoolean();
            posterior = posterior.after(item, right);
            DoubleUnaryOperator before = density;
            density = theta ->
                    before.applyAsDouble(theta) * (right ? item.probability(theta) : 1 - item.probability(theta));
        }
        double[] moments = moments(density);
        assertThat(posterior.mean()).isCloseTo(moments[0], within(1e-3));
        assertThat(posterior.standardError()).isCloseTo(moments[1], within(1e-3));
        assertThat(posterior.atLeast(0.3)).isCloseTo(moments[2], within(0.02));
    }

    /** Mean, standard deviation and the share at or above 0.3. */
    private static double[] moments(DoubleUnaryOperator density) {
        double[] sums = new double[4];
        for (int i = 0; i <= 12_000; i++) {
            double theta = -6 + i * 0.001;
            double weight = i == 0 || i == 12_000 ? 1 : i % 2 == 1 ? 4 : 2;
            double mass = weight * density.applyAsDouble(theta);
            sums[0] += mass;
            sums[1] += mass * theta;
            sums[2] += mass * theta * theta;
            sums[3] += theta >= 0.3 ? mass : 0;
        }
        double mean = sums[1] / sums[0];
        return new double[] {mean, Math.sqrt(sums[2] / sums[0] - mean * mean), sums[3] / sums[0]};
    }

    @Property
    void a_right_answer_raises_the_estimate_and_a_wrong_one_lowers_it(
            @ForAll @DoubleRange(min = 0.3, max = 3) double discrimination,
            @ForAll @DoubleRange(min = -3, max = 3) double difficulty) {
        Posterior prior = Posterior.normal(0, 1);
        Item item = Item.of(discrimination, difficulty);
        assertThat(prior.after(item, true).mean()).isGreaterThan(0);
        assertThat(prior.after(item, false).mean()).isLessThan(0);
        assertThat(prior.after(item, true).atLeast(0.4)).isGreaterThan(prior.atLeast(0.4));
    }

    /** What is expected to be known tomorrow is what is known today. */
    @Property
    void the_expected_probability_of_mastery_after_an_answer_is_the_one_before(
            @ForAll @DoubleRange(min = 0.3, max = 3) double discrimination,
            @ForAll @DoubleRange(min = -3, max = 3) double difficulty,
            @ForAll @DoubleRange(min = -2, max = 2) double cut) {
        Posterior now = Posterior.normal(0, 1).after(Item.of(1.2, 0.4), true);
        Item item = new Item(discrimination, difficulty, 0.2);
        double right = now.predict(item);
        double expected = right * now.after(item, true).atLeast(cut)
                + (1 - right) * now.after(item, false).atLeast(cut);
        assertThat(expected).isCloseTo(now.atLeast(cut), within(1e-9));
    }

    @Test
    void answers_that_the_model_thinks_impossible_still_leave_an_estimate() {
        Posterior posterior = Posterior.normal(0, 1);
        for (int i = 0; i < 20; i++) {
            posterior = posterior.after(Item.of(20, 5), true);
        }
        posterior = posterior.after(Item.of(20, -5), false);
        assertThat(List.of(posterior.mean(), posterior.standardError())).allMatch(Double::isFinite);
    }

    @Test
    void a_prior_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> Posterior.normal(7, 1)).hasMessageContaining("mean 7.0");
        assertThatThrownBy(() -> Posterior.normal(0, 0.01)).hasMessageContaining("deviation 0.01");
    }
}
