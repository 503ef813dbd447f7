package org.ownpath.engine.simulate;

/**
 * How much is simulated and how.
 *
 * @param seed the same seed gives the same results, with however many threads
 * @param learners from 1 to a billion
 * @param threads from 1 to 256
 */
public record Run(long seed, long learners, int threads) {

    public Run {
        new Bounds(1, 1e9).check("number of learners", (double) learners);
        new Bounds(1, 256).check("number of threads", threads);
    }
}
