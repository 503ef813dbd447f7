package org.ownpath.engine;

import java.util.Arrays;

/** Ratings kept in order of size, at most so many of the highest, and the values that need that order. */
abstract class Ranked implements Running {

    private final int most;
    private double[] ascending = new double[4];
    private int kept;

    Ranked(int most) {
        this.most = most;
    }

    @Override
    public final void add(double rating) {
        if (kept < most) {
            int place = above(rating); // before the array is looked at, since it may grow
            ascending[place] = rating;
        } else if (rating > ascending[0]) {
            ascending[insteadOfLowest(rating)] = rating;
        }
    }

    /** Moves higher ratings up by one place and gives the place that becomes free. */
    private int above(double rating) {
        if (kept == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * kept);
        }
        int place = kept++;
        while (place > 0 && ascending[place - 1] > rating) {
            ascending[place] = ascending[place - 1];
            place--;
        }
        return place;
    }

    /** Moves lower ratings down over the lowest and gives the place that becomes free. */
    private int insteadOfLowest(double rating) {
        int place = 0;
        while (place + 1 < kept && ascending[place + 1] < rating) {
            ascending[place] = ascending[place + 1];
            place++;
        }
        return place;
    }

    @Override
    public final double value() {
        return kept == 0 ? Double.NaN : of(ascending, kept);
    }

    /** The value of at least one rating. */
    abstract double of(double[] ascending, int kept);

    @Override
    public final double weakest() {
        return kept == 0 ? Double.NaN : ascending[0];
    }

    @Override
    public final void clear() {
        kept = 0;
    }

    static final class Best extends Ranked {
        Best(int n) {
            super(n);
        }

        @Override
        double of(double[] ascending, int kept) {
            double sum = 0;
            for (int i = 0; i < kept; i++) {
                sum += ascending[i];
            }
            return sum / kept;
        }
    }

    static final class Median extends Ranked {
        Median() {
            super(Integer.MAX_VALUE);
        }

        @Override
        double of(double[] ascending, int kept) {
            int upper = kept / 2;
            return kept % 2 == 1 ? ascending[upper] : (ascending[upper - 1] + ascending[upper]) / 2;
        }
    }

    static final class Mode extends Ranked {
        Mode() {
            super(Integer.MAX_VALUE);
        }

        @Override
        double of(double[] ascending, int kept) {
            double mode = ascending[0];
            int most = 0;
            int run = 0;
            for (int i = 0; i < kept; i++) {
                run = i > 0 && ascending[i] == ascending[i - 1] ? run + 1 : 1;
                if (run >= most) {
                    most = run;
                    mode = ascending[i];
                }
            }
            return mode;
        }
    }
}
