package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Aggregations that look at each attempt by itself, against hand-computed values and plain counting. */
class AttemptsTest {

    @Test
    void n_mastery_has_no_value_until_enough_ratings_reach_the_level() {
        Aggregation twice = new Attempts.NMastery(2, 3);
        assertThat(twice.of(4, 2, 1)).isEmpty();
        assertThat(twice.weakest(4, 2, 1)).isEmpty();
        assertThat(twice.of(4, 2, 3, 1)).hasValue(3.5);
        assertThat(twice.of(4, 2, 3, 1, 3)).hasValueCloseTo(10 / 3.0, within(1e-12));
        assertThat(twice.weakest(3, 2, 4)).hasValue(3);
        assertThat(twice.of(3 - 1e-10, 3)).isPresent();
    }

    @Test
    void m_of_n_looks_at_the_last_n_attempts() {
        Aggregation five = new Attempts.LastN(5, 3, false);
        assertThat(five.of(3)).hasValue(1);
        assertThat(five.of(3, 1, 3, 3, 1)).hasValue(3);
        assertThat(five.of(3, 1, 3, 3, 1, 1)).hasValue(2);
        assertThat(five.of(3, 1, 3, 3, 1, 4)).hasValue(3);
        assertThat(five.weakest(1, 3, 3, 3, 2, 4)).hasValue(2);
        assertThat(five.weakest(1, 3)).hasValue(1);
        assertThat(new Attempts.LastN(3, 3, true).of(3, 3, 1, 1, 1)).hasValue(2);
    }

    @Test
    void a_row_breaks_at_a_weak_attempt_and_the_longest_one_lasts() {
        Aggregation row = new Attempts.InARow(3, false);
        assertThat(row.of(1)).hasValue(0);
        assertThat(row.of(3, 4, 3)).hasValue(3);
        assertThat(row.of(3, 4, 1)).hasValue(0);
        assertThat(row.of(3, 4, 1, 3)).hasValue(1);
        assertThat(row.weakest(3, 1, 4, 3.5)).hasValue(3.5);
        assertThat(row.weakest(4, 3, 4)).hasValue(3);
        assertThat(row.weakest(4, 1)).hasValue(1);
        assertThat(new Attempts.InARow(3, true).of(3, 4, 1, 3)).hasValue(2);
    }

    @Property
    void counts_equal_plain_counting(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 4) Integer> shown,
            @ForAll @IntRange(min = 1, max = 6) int n) {
        double[] ratings = shown.stream().mapToDouble(i -> i).toArray();
        assertThat(new Attempts.LastN(n, 3, false).of(ratings)).hasValue(reached(shown, shown.size(), n));
        int most = 0;
        for (int end = 1; end <= shown.size(); end++) {
            most = Math.max(most, reached(shown, end, n));
        }
        assertThat(new Attempts.LastN(n, 3, true).of(ratings)).hasValue(most);
        int row = 0;
        while (row < shown.size() && shown.get(shown.size() - 1 - row) >= 3) {
            row++;
        }
        assertThat(new Attempts.InARow(3, false).of(ratings)).hasValue(row);
    }

    private static int reached(List<Integer> shown, int end, int n) {
        return (int) shown.subList(Math.max(0, end - n), end).stream()
                .filter(rating -> rating >= 3)
                .count();
    }

    @Test
    void their_values_are_counts_except_for_n_mastery() {
        assertThat(new Attempts.NMastery(5, 3).measure()).isEqualTo(Measure.RATING);
        assertThat(new Attempts.LastN(5, 3, false).measure()).isEqualTo(Measure.COUNT);
        assertThat(new Attempts.LastN(5, 3, false).ceiling()).isEqualTo(5);
        assertThat(new Attempts.InARow(3, false).measure()).isEqualTo(Measure.COUNT);
        assertThat(new Attempts.InARow(3, false).reaching()).hasValue(3);
    }
}
