package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.estimate.RaterAgreement.Pair;

class RaterAgreementTest {

    private static final int LEVELS = 4;

    private static List<Pair> pairs(List<Integer> first, List<Integer> second) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            pairs.add(new Pair(first.get(i), second.get(i)));
        }
        return pairs;
    }

    /** From the definition with matrices of exact fractions: 13/16. */
    @Test
    void twelve_works_give_the_kappa_of_the_definition() {
        RaterAgreement agreement = RaterAgreement.of(
                pairs(List.of(0, 1, 2, 3, 2, 1, 0, 3, 2, 2, 1, 3), List.of(0, 1, 2, 2, 2, 2, 1, 3, 1, 2, 1, 3)),
                LEVELS);
        assertThat(agreement.kappa().getAsDouble()).isCloseTo(13 / 16.0, within(1e-12));
        assertThat(agreement.exact()).isCloseTo(8 / 12.0, within(1e-12));
        assertThat(agreement.adjacent()).isEqualTo(1);
        assertThat(agreement.difference()).isZero();
    }

    /**
     * With squared weights, kappa is Lin's concordance: twice the covariance over both variances and the squared
     * difference of the means.
     */
    @Property
    void kappa_is_the_concordance_of_the_levels(
            @ForAll @Size(12) List<@IntRange(max = 3) Integer> first,
            @ForAll @Size(12) List<@IntRange(max = 3) Integer> second) {
        double a = mean(first, first, false);
        double b = mean(second, second, false);
        double spread = mean(first, first, true) - a * a + mean(second, second, true) - b * b + (a - b) * (a - b);
        RaterAgreement agreement = RaterAgreement.of(pairs(first, second), LEVELS);
        assertThat(agreement.difference()).isCloseTo(a - b, within(1e-12));
        if (spread < 1e-9) {
            assertThat(agreement.kappa()).isEmpty();
        } else {
            double concordance = 2 * (mean(first, second, true) - a * b) / spread;
            assertThat(agreement.kappa().getAsDouble()).isCloseTo(concordance, within(1e-9));
        }
    }

    private static double mean(List<Integer> first, List<Integer> second, boolean products) {
        double sum = 0;
        for (int i = 0; i < first.size(); i++) {
            sum += products ? first.get(i) * second.get(i) : first.get(i);
        }
        return sum / first.size();
    }

    @Test
    void a_level_that_is_none_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> RaterAgreement.of(List.of(new Pair(4, 0)), LEVELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 3");
        assertThatThrownBy(() -> RaterAgreement.of(List.of(), LEVELS)).isInstanceOf(IllegalArgumentException.class);
    }
}
