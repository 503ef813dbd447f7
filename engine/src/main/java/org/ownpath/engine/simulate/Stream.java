package org.ownpath.engine.simulate;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers of one learner for one purpose, the same in whatever order and on whatever thread learners
 * are simulated. It is SplitMix64: a counter that grows by the golden gamma and is mixed by variant 13 of D. Stafford.
 * Source: G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators, 2014.
 *
 * <p>Streams are stretches of one cycle of length 2^64 that start at mixed places. The chance that any two of n streams
 * of k numbers overlap is below n^2 k / 2^64: one in a thousand for two million streams of five thousand numbers.
 */
final class Stream implements RandomGenerator {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long LEARNER = 0xD1342543DE82EF95L;
    private static final long PURPOSE = 0xAF251AF3B0F025B5L;

    private long state;

    /** Starts the stream of a learner for a purpose; different arguments give unrelated streams. */
    Stream begin(long seed, long learner, long purpose) {
        state = mix(mix(mix(seed + GAMMA) + LEARNER * (learner + 1)) + PURPOSE * (purpose + 1));
        return this;
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A standard normal number by the method of Box and Muller (1958), the same on every machine. */
    double nextNormal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
