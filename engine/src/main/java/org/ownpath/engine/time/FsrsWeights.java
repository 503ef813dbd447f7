package org.ownpath.engine.time;

import java.util.Arrays;
import java.util.List;

/**
 * The 21 weights w0 to w20 of FSRS-6. Source: open-spaced-repetition, The Algorithm, FSRS-6.
 *
 * <p>w0 to w3 are the first stabilities in days, w4 to w7 rule difficulty, w8 to w10, w15 and w16 the growth of
 * stability after recall, w11 to w14 what is left after a lapse, w17 to w19 several reviews on one day (kept, but not
 * used here), and w20 the shape of forgetting.
 */
public final class FsrsWeights {

    /** How many weights there are. */
    public static final int COUNT = 21;

    private static final FsrsWeights DEFAULT = of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

    private final double[] weights;

    private FsrsWeights(double[] weights) {
        this.weights = weights;
    }

    /** The published defaults, fitted over the reviews of many learners. */
    public static FsrsWeights standard() {
        return DEFAULT;
    }

    /**
     * Weights fitted elsewhere.
     *
     * @throws IllegalArgumentException unless there are 21 finite numbers, the first four above 0, w7 from 0 to 1, and
     *     w20 above 0
     */
    public static FsrsWeights of(double... weights) {
        if (weights.length != COUNT) {
            throw new IllegalArgumentException("FSRS-6 has " + COUNT + " weights, not " + weights.length
                    + ". Give w0 to w20; weights of an earlier version have to be fitted again.");
        }
        for (int i = 0; i < COUNT; i++) {
            boolean positive = i < 4 || i == 20;
            if (!Double.isFinite(weights[i]) || (positive && weights[i] <= 0)) {
                throw new IllegalArgumentException("Weight w" + i + " cannot be " + weights[i] + ". Use a "
                        + (positive ? "number above 0." : "finite number."));
            }
        }
        if (weights[7] < 0 || weights[7] > 1) {
            throw new IllegalArgumentException("Weight w7 cannot be " + weights[7] + ". Use a number from 0 to 1.");
        }
        return new FsrsWeights(weights.clone());
    }

    double get(int i) {
        return weights[i];
    }

    /** All weights, w0 first. */
    public List<Double> all() {
        return Arrays.stream(weights).boxed().toList();
    }
}
