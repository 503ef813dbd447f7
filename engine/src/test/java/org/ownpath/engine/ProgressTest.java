package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Points and percentages, against hand-computed values. */
class ProgressTest {

    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void practice_earns_more_with_each_perfect_attempt_in_a_row_and_starts_anew_after_another() {
        Aggregation points = new Progress.PracticePoints(4, 1, 6);
        assertThat(points.of(4)).hasValueCloseTo(1.0, EXACT);
        assertThat(points.of(4, 4)).hasValueCloseTo(3.0, EXACT); // 1 + 2
        assertThat(points.of(4, 4, 2)).hasValueCloseTo(4.5, EXACT); // half of 3 more
        assertThat(points.of(4, 4, 2, 1)).hasValueCloseTo(4.5, EXACT); // not better than before
        assertThat(points.of(4, 4, 2, 3)).hasValueCloseTo(4.75, EXACT); // a quarter better, worth 1
        assertThat(points.of(4, 4, 2, 3, 4)).hasValueCloseTo(5.0, EXACT);
        assertThat(points.of(4, 4, 2, 3, 4, 4)).hasValueCloseTo(6.0, EXACT); // 2 more, of which 1 to the most
    }

    @Property
    void points_never_fall(@ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -1, max = 5) Double> shown) {
        Running running = new Progress.PracticePoints(4, 1.5, 20).running();
        double before = 0;
        for (double rating : shown) {
            running.add(rating);
            assertThat(running.value()).isBetween(before, 20.0);
            before = running.value();
        }
    }

    @Test
    void progress_counts_for_a_quarter_more_or_less_by_whether_recent_work_is_better() {
        Aggregation progress = new Progress.ConfidentProgress(4);
        assertThat(progress.of(4, 2)).hasValueCloseTo(75.0, EXACT); // too few for recency
        assertThat(progress.of(2, 3, 4)).hasValueCloseTo(93.75, EXACT); // 75 * 1.25
        assertThat(progress.of(4, 3, 2)).hasValueCloseTo(56.25, EXACT); // 75 * 0.75
        assertThat(progress.of(4, 4, 4)).hasValueCloseTo(100.0, EXACT);
        assertThat(progress.of(3, 4, 4, 4)).hasValueCloseTo(100.0, EXACT); // 94 * 1.25, held at 100
    }

    @Test
    void a_small_difference_changes_progress_a_little() {
        // 62.5, 62.5, 62.6: mean 62.533, progress 63; by order (62.5 + 125.2) / 3 = 62.5667; 63 * 1.03333
        assertThat(new Progress.ConfidentProgress(100).of(62.5, 62.5, 62.6)).hasValueCloseTo(65.1, within(1e-9));
    }

    @Test
    void ratings_above_a_perfect_one_and_below_zero_are_held_to_the_scale() {
        assertThat(new Progress.ConfidentProgress(3).of(4)).hasValue(100);
        assertThat(new Progress.ConfidentProgress(3).of(-2)).hasValue(0);
        assertThat(new Progress.PracticePoints(3, 1, 6).of(4, 5)).hasValue(3);
    }

    @Test
    void rounding_is_half_up_and_forgives_the_floating_point() {
        assertThat(new Rounded(new Aggregation.Mean(), 1).of(2.4, 2.5)).hasValue(2.5); // 2.45
        assertThat(new Rounded(new Aggregation.Mean(), 2).of(2.675)).hasValue(2.68);
        assertThat(new Rounded(new Aggregation.Mean(), 0).of(2.49)).hasValue(2);
        assertThat(new Rounded(new Aggregation.Mean(), 1).weakest(2.44, 3)).hasValue(2.44);
        assertThat(new Rounded(new Attempts.NMastery(2, 3), 1).of(3)).isEmpty();
    }
}
