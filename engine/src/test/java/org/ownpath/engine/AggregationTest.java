package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Oracles computed by hand from the formulas in docs, and the laws that every aggregation keeps. */
class AggregationTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void latest_highest_and_lowest_pick_one_rating() {
        double[] ratings = {2, 4, 1, 3};
        assertThat(new Aggregation.Latest().of(ratings)).hasValue(3);
        assertThat(new Aggregation.Highest().of(ratings)).hasValue(4);
        assertThat(new Aggregation.Lowest().of(ratings)).hasValue(1);
    }

    @Test
    void the_mean_divides_the_sum_by_the_number() {
        assertThat(new Aggregation.Mean().of(new double[] {2, 3, 4, 4})).hasValueCloseTo(3.25, EXACT);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(new Aggregation.Median().of(new double[] {4, 1, 3})).hasValue(3);
        assertThat(new Aggregation.Median().of(new double[] {4, 1, 3, 2})).hasValueCloseTo(2.5, EXACT);
    }

    @Test
    void the_mode_takes_the_higher_of_equally_frequent_ratings() {
        assertThat(new Aggregation.Mode().of(new double[] {2, 3, 2, 4})).hasValue(2);
        assertThat(new Aggregation.Mode().of(new double[] {2, 3, 3, 2, 1})).hasValue(3);
        assertThat(new Aggregation.Mode().of(new double[] {1, 4, 2})).hasValue(4);
    }

    @Test
    void the_best_two_ignore_the_rest_and_one_is_its_own_average() {
        assertThat(new Aggregation.BestN(2).of(new double[] {1, 4, 2, 3})).hasValueCloseTo(3.5, EXACT);
        assertThat(new Aggregation.BestN(2).of(new double[] {3})).hasValue(3);
    }

    @Test
    void canvas_weighted_average_weighs_the_latest_against_the_mean_of_the_earlier() {
        // 0.65 * 4 + 0.35 * (2 + 3 + 1) / 3 = 2.6 + 0.7
        assertThat(new Aggregation.WeightedAverage(0.65).of(new double[] {2, 3, 1, 4}))
                .hasValueCloseTo(3.3, EXACT);
        assertThat(new Aggregation.WeightedAverage(0.65).of(new double[] {2})).hasValue(2);
    }

    @Test
    void canvas_decaying_average_lets_every_new_rating_decay_the_earlier_ones() {
        // 2; 0.35*2 + 0.65*3 = 2.65; 0.35*2.65 + 0.65*1 = 1.5775; 0.35*1.5775 + 0.65*4 = 3.152125
        assertThat(new Aggregation.DecayingAverage(0.65).of(new double[] {2, 3, 1, 4}))
                .hasValueCloseTo(3.152125, EXACT);
        assertThat(new Aggregation.DecayingAverage(0.65).of(new double[] {2})).hasValue(2);
    }

    @Test
    void a_minimum_rating_is_asked_of_the_weakest_rating_that_enters_the_value() {
        double[] ratings = {1, 4, 2, 3};
        assertThat(new Aggregation.BestN(2).weakest(ratings)).hasValue(3);
        assertThat(new Aggregation.Latest().weakest(ratings)).hasValue(3);
        assertThat(new Aggregation.Highest().weakest(ratings)).hasValue(4);
        assertThat(new Aggregation.Mean().weakest(ratings)).hasValue(1);
    }

    @Test
    void no_ratings_have_no_value() {
        assertThat(RandomRules.AGGREGATIONS).allSatisfy(aggregation -> {
            assertThat(aggregation.of()).isEmpty();
            assertThat(aggregation.weakest()).isEmpty();
        });
    }

    @Property
    void a_value_on_the_scale_lies_between_the_lowest_and_the_highest_rating(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 4) Double> shown) {
        double[] ratings = inOrder(shown);
        for (Aggregation aggregation : RandomRules.ofRatings()) {
            aggregation
                    .of(ratings)
                    .ifPresent(value -> assertThat(value)
                            .isBetween(
                                    Arrays.stream(ratings).min().orElseThrow() - 1e-9,
                                    Arrays.stream(ratings).max().orElseThrow() + 1e-9));
        }
    }

    @Property
    void a_running_value_that_was_cleared_starts_anew(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 4) Double> before,
            @ForAll @Size(max = 12) List<@DoubleRange(max = 4) Double> after) {
        for (Aggregation aggregation : RandomRules.AGGREGATIONS) {
            Running running = aggregation.running();
            before.forEach(running::add);
            running.clear();
            after.forEach(running::add);
            assertThat(Aggregation.present(running.value()))
                    .as(aggregation.words())
                    .isEqualTo(aggregation.of(inOrder(after)));
            assertThat(Aggregation.present(running.weakest())).isEqualTo(aggregation.weakest(inOrder(after)));
        }
    }

    @Property
    void no_value_is_above_the_ceiling(@ForAll @Size(max = 30) List<@DoubleRange(max = 4) Double> shown) {
        for (Aggregation aggregation : RandomRules.AGGREGATIONS) {
            aggregation
                    .of(inOrder(shown))
                    .ifPresent(value -> assertThat(value)
                            .as(aggregation.words())
                            .isLessThanOrEqualTo(aggregation.ceiling() + 1e-12));
        }
    }

    @Property
    void a_further_higher_rating_never_lowers_the_highest_or_the_best(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 4) Double> shown,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @DoubleRange(min = 0, max = 2) double more) {
        double[] ratings = inOrder(shown);
        double[] further = Arrays.copyOf(ratings, ratings.length + 1);
        further[ratings.length] = value(new Aggregation.Highest(), ratings) + more;
        for (Aggregation monotone : new Aggregation[] {new Aggregation.Highest(), new Aggregation.BestN(n)}) {
            if (further.length > n || monotone instanceof Aggregation.Highest) {
                assertThat(value(monotone, further)).isGreaterThanOrEqualTo(value(monotone, ratings) - 1e-12);
            }
        }
    }

    private static double value(Aggregation aggregation, double... ratings) {
        return aggregation.of(ratings).orElseThrow();
    }

    private static double[] inOrder(List<Double> shown) {
        return shown.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
