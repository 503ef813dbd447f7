package org.ownpath.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Runs work until it is warm, then several times more, and gives the median time of those. */
final class Warmed {

    private Warmed() {}

    /** A median, with the fastest and the slowest run beside it; all in nanoseconds. */
    record Time(double median, double fastest, double slowest) {

        double milliseconds() {
            return median / 1e6;
        }

        /** The spread of the runs, in words. */
        String spread() {
            return "%.3g to %.3g ms".formatted(fastest / 1e6, slowest / 1e6);
        }
    }

    private static double sink;

    /** The work gives a number, so that it cannot be left out. */
    static Time run(int warmUps, int runs, DoubleSupplier work) {
        for (int i = 0; i < warmUps; i++) {
            sink += work.getAsDouble();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            sink += work.getAsDouble();
            times[i] = System.nanoTime() - start;
        }
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("The work gave no number.");
        }
        Arrays.sort(times);
        return new Time(times[runs / 2], times[0], times[runs - 1]);
    }
}
