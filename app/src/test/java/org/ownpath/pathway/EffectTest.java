package org.ownpath.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an activity is said to have led to. */
class EffectTest {

    @Test
    void nine_cases_say_nothing_and_ten_say_something() {
        Effect.Matched one = new Effect.Matched(1, 0.4);
        assertThat(Effect.of(Collections.nCopies(9, one))).isEqualTo(new Effect.TooFew(9));
        assertThat(Effect.of(Collections.nCopies(10, one))).isInstanceOf(Effect.Seen.class);
    }

    @Test
    void the_range_is_that_of_students_t() {
        List<Effect.Matched> cases = IntStream.range(0, 10)
                .mapToObj(i -> new Effect.Matched(i < 8 ? 1 : 0, 0.5))
                .toList();
        Effect.Seen seen = (Effect.Seen) Effect.of(cases);
        // differences: eight of 0.5 and two of -0.5; mean 0.3, deviation 0.4216, t of 9 at 0.95 is 1.8331
        assertThat(seen.low()).isCloseTo(0.3 - 1.8331 * 0.42164 / Math.sqrt(10), within(1e-4));
        assertThat(seen.high()).isCloseTo(0.3 + 1.8331 * 0.42164 / Math.sqrt(10), within(1e-4));
        assertThat(seen.more()).isTrue();
    }

    @Test
    void where_nothing_differs_a_clear_difference_is_claimed_about_once_in_ten_times() {
        Random random = new Random(11);
        int claimed = 0;
        for (int i = 0; i < 2000; i++) {
            List<Effect.Matched> cases = IntStream.range(0, 25)
                    .mapToObj(n -> new Effect.Matched(
                            random.nextInt(2), random.ints(5, 0, 2).average().orElseThrow()))
                    .toList();
            Effect.Seen seen = (Effect.Seen) Effect.of(cases);
            claimed += seen.more() || seen.less() ? 1 : 0;
        }
        assertThat(claimed / 2000.0).isBetween(0.07, 0.13);
    }
}
