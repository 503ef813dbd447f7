package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final int MANY = 40_000;

    private static DoubleStream logRates() {
        Population population = Population.standard();
        return IntStream.range(0, MANY)
                .mapToDouble(i ->
                        Math.log(population.draw(new Stream().begin(1, i, 0)).rate()));
    }

    /** The mean of n normal deviates errs by s / sqrt(n), their standard deviation by s / sqrt(2n). */
    @Test
    void rates_are_log_normal_with_median_one() {
        double mean = logRates().average().orElseThrow();
        double spread = Math.sqrt(logRates().map(x -> x * x).sum() / MANY);
        assertThat(mean).isCloseTo(0, within(4 * 0.49 / Math.sqrt(MANY)));
        assertThat(spread).isCloseTo(0.49, within(4 * 0.49 / Math.sqrt(2.0 * MANY)));
        long above = logRates().filter(x -> x > 1.6448536 * 0.49).count();
        assertThat(above / (double) MANY).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / MANY)));
    }

    @Test
    void terciles_are_thirds() {
        int[] learners = new int[3];
        for (int i = 0; i < MANY; i++) {
            learners[Population.standard().draw(new Stream().begin(2, i, 0)).tercile()]++;
        }
        for (int count : learners) {
            assertThat(count / (double) MANY).isCloseTo(1 / 3.0, within(4 * Math.sqrt(2 / 9.0 / MANY)));
        }
    }

    @Test
    void faster_learners_start_with_more_when_correlated() {
        double slower = 0;
        double faster = 0;
        for (int i = 0; i < MANY; i++) {
            Traits traits = Population.standard().draw(new Stream().begin(3, i, 0));
            slower += traits.tercile() == 0 ? traits.start() : 0;
            faster += traits.tercile() == 2 ? traits.start() : 0;
            assertThat(traits.attendance()).isBetween(0.5, 1.0);
            assertThat(traits.start()).isNotNegative();
        }
        assertThat(faster).isGreaterThan(1.5 * slower);
    }

    @Test
    void identical_learners_are_identical() {
        assertThat(Population.identical().draw(new Stream().begin(4, 5, 6)))
                .usingRecursiveComparison()
                .ignoringFields("tercile")
                .isEqualTo(new Traits(1, 1, 0, 0));
    }

    @Test
    void streams_differ_by_seed_learner_and_purpose_and_start_again_alike() {
        Set<Long> firsts = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            for (int learner = 0; learner < 1000; learner++) {
                for (int purpose = 0; purpose < 3; purpose++) {
                    firsts.add(new Stream().begin(seed, learner, purpose).nextLong());
                }
            }
        }
        assertThat(firsts).hasSize(30_000);
        assertThat(new Stream().begin(1, 2, 3).nextLong())
                .isEqualTo(new Stream().begin(1, 2, 3).nextLong());
    }

    /** Neighbouring learners' first numbers: a chi-square of 63 degrees has mean 63 and standard deviation 11.2. */
    @Test
    void neighbouring_streams_are_even_together() {
        int[] cells = new int[64];
        for (int learner = 0; learner < 64_000; learner++) {
            int a = (int) (8 * new Stream().begin(5, learner, 0).nextDouble());
            int b = (int) (8 * new Stream().begin(5, learner + 1L, 0).nextDouble());
            cells[8 * a + b]++;
        }
        double square = IntStream.of(cells)
                .mapToDouble(n -> (n - 1000.0) * (n - 1000) / 1000)
                .sum();
        assertThat(square).isBetween(63 - 4 * 11.2, 63 + 4 * 11.2);
    }

    /** The first output of SplitMix64 from state 0, as published by S. Vigna with the algorithm. */
    @Test
    void numbers_are_those_of_splitmix64() {
        assertThat(new Stream().nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    }
}
