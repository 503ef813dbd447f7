package org.ownpath.engine.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Errors divided by their standard errors: none is wild, and together they are spread as a standard normal is. */
final class Standardised {

    private Standardised() {}

    /** Difficulties and slopes of one sample share the sample's ability, so the mean is looser than 1 / sqrt(n). */
    static void check(List<Double> z) {
        double mean = z.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double spread = Math.sqrt(
                z.stream().mapToDouble(value -> value * value).average().orElseThrow());
        assertThat(z).allSatisfy(value -> assertThat(value).isBetween(-4.0, 4.0));
        assertThat(mean).isCloseTo(0, within(1.0));
        assertThat(spread).isCloseTo(1, within(0.35));
    }
}
