package org.ownpath.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    /** Sums exact terms in decimal arithmetic. */
    private static double exactly(int x, int n, double p) {
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger choose = BigInteger.ONE;
        BigDecimal right = new BigDecimal(p);
        BigDecimal wrong = BigDecimal.ONE.subtract(right);
        for (int k = 0; k <= x; k++) {
            sum = sum.add(new BigDecimal(choose)
                    .multiply(right.pow(k, MathContext.DECIMAL128))
                    .multiply(wrong.pow(n - k, MathContext.DECIMAL128)));
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
        return sum.doubleValue();
    }

    @Property(tries = 500)
    void binomial_tails_are_the_sums_of_their_terms(
            @ForAll @IntRange(min = 1, max = 600) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        int x = (int) (share * n);
        double exact = exactly(x, n, p);
        assertThat(Binomial.atMost(x, n, p)).isCloseTo(exact, within(1e-10));
        if (x <= n * p && exact > 1e-200) {
            assertThat(Binomial.atMost(x, n, p) / exact).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void binomial_tails_have_their_ends() {
        assertThat(Binomial.atMost(-1, 10, 0.5)).isZero();
        assertThat(Binomial.atMost(10, 10, 0.5)).isEqualTo(1);
        assertThat(Binomial.atMost(3, 10, 0)).isEqualTo(1);
        assertThat(Binomial.atMost(3, 10, 1)).isZero();
        assertThat(Binomial.atMost(500_000, 1_000_000, 0.5)).isCloseTo(0.5003989, within(1e-7)); // half and half a term
    }

    /** Ten of 100: R, prop.test(10, 100, correct = FALSE), gives 0.0552 to 0.1744. */
    @Test
    void intervals_are_those_of_wilson() {
        Share ten = Share.of(10, 100);
        assertThat(ten.value()).isEqualTo(0.1);
        assertThat(ten.low()).isCloseTo(0.05522914, within(1e-7));
        assertThat(ten.high()).isCloseTo(0.17436566, within(1e-7));
        for (int of = 1; of <= 100; of++) {
            assertThat(Share.of(0, of).low()).isZero();
            assertThat(Share.of(of, of).high()).isOne();
        }
        assertThatThrownBy(() -> Share.of(1, 0)).hasMessageContaining("1 of 0 is no share");
    }

    /** The ends solve (value - end)^2 = z^2 end (1 - end) / n. */
    @Property
    void both_ends_of_an_interval_are_z_errors_away(
            @ForAll @IntRange(min = 1, max = 1000) int of, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        Share share = Share.of((long) (part * of), of);
        for (double end : List.of(share.low(), share.high())) {
            double errors = Math.pow(share.value() - end, 2);
            assertThat(errors).isCloseTo(1.959963985 * 1.959963985 * end * (1 - end) / of, within(1e-9));
        }
    }

    /** The fifteen p-values of the example in Benjamini and Hochberg (1995), of which four are believed at 0.05. */
    @Test
    void the_false_discovery_rate_is_that_of_the_paper() {
        List<Double> paper = new ArrayList<>(List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0));
        Collections.reverse(paper);
        assertThat(BenjaminiHochberg.threshold(paper, 0.05)).isEqualTo(0.0095);
        assertThat(BenjaminiHochberg.threshold(List.of(0.5), 0.05)).isNegative();
        assertThat(BenjaminiHochberg.threshold(List.of(), 0.05)).isNegative();
    }

    @Property
    void what_is_expected_of_noisy_records_is_what_enumeration_gives(
            @ForAll @Size(5) List<@DoubleRange(min = 0, max = 0.45) Double> shares,
            @ForAll @DoubleRange(min = 0, max = 1) double exceptions) {
        Noise noise = new Noise(shares.get(0), shares.get(1));
        double a = 0.2 + shares.get(2);
        double withA = 0.1 + shares.get(3);
        double b = a * withA + (1 - a) * exceptions * withA;
        double recordedB = 0;
        double without = 0;
        for (int hasA = 0; hasA < 2; hasA++) {
            for (int hasB = 0; hasB < 2; hasB++) {
                double rate = hasA == 1 ? withA : exceptions * withA;
                double p = (hasA == 1 ? a : 1 - a) * (hasB == 1 ? rate : 1 - rate);
                double notSeenA = hasA == 1 ? noise.slip() : 1 - noise.guess();
                without += p * notSeenA;
                recordedB += p * notSeenA * (hasB == 1 ? 1 - noise.slip() : noise.guess());
            }
        }
        assertThat(noise.withoutFirst(a, b, exceptions)).isCloseTo(recordedB / without, within(1e-9));
        double seen = b * (1 - noise.slip()) + (1 - b) * noise.guess();
        assertThat(noise.behind(seen)).isCloseTo(b, within(1e-9));
    }
}
