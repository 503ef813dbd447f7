package org.ownpath.engine.estimate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Randomness that is the same at every run. */
final class Seeded {

    private Seeded() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
