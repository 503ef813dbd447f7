package org.ownpath.engine;

import java.util.Arrays;

/**
 * How many ratings become one value. Values come in the order in which they were shown, at least one of them; the value
 * is in the same units and lies between the lowest and the highest of them.
 */
public sealed interface Aggregation {

    /**
     * The value of these ratings.
     *
     * @throws IllegalArgumentException if there are none
     */
    double of(double[] valuesInOrder);

    /** The lowest rating that enters the value; a minimum rating is asked of this one. */
    default double weakest(double[] valuesInOrder) {
        return sorted(valuesInOrder)[0];
    }

    /** Plain words that fit before "is 3 or higher": "the average of the best 2 ratings". */
    String words();

    /** The last rating shown. */
    record Latest() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            return valuesInOrder[some(valuesInOrder) - 1];
        }

        @Override
        public double weakest(double[] valuesInOrder) {
            return of(valuesInOrder);
        }

        @Override
        public String words() {
            return "the latest rating";
        }
    }

    /** The highest rating ever shown. */
    record Highest() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            return sorted(valuesInOrder)[valuesInOrder.length - 1];
        }

        @Override
        public double weakest(double[] valuesInOrder) {
            return of(valuesInOrder);
        }

        @Override
        public String words() {
            return "the highest rating";
        }
    }

    /** The lowest rating ever shown. */
    record Lowest() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            return sorted(valuesInOrder)[0];
        }

        @Override
        public String words() {
            return "the lowest rating";
        }
    }

    /** The arithmetic mean: sum of ratings / number of ratings. */
    record Mean() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            return mean(valuesInOrder, 0, some(valuesInOrder));
        }

        @Override
        public String words() {
            return "the average of all ratings";
        }
    }

    /** The middle rating by size; of an even number of ratings, the mean of the two in the middle. */
    record Median() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            double[] sorted = sorted(valuesInOrder);
            int upper = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[upper] : mean(sorted, upper - 1, upper + 1);
        }

        @Override
        public String words() {
            return "the middle rating";
        }
    }

    /** The most frequent rating; of several that are equally frequent, the highest. */
    record Mode() implements Aggregation {
        @Override
        public double of(double[] valuesInOrder) {
            double[] sorted = sorted(valuesInOrder);
            double mode = sorted[0];
            int most = 0;
            int run = 0;
            for (int i = 0; i < sorted.length; i++) {
                run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
                if (run >= most) {
                    most = run;
                    mode = sorted[i];
                }
            }
            return mode;
        }

        @Override
        public String words() {
            return "the most frequent rating";
        }
    }

    /**
     * The mean of the {@code n} highest ratings, or of all while there are fewer. With n the number of demonstrations
     * required it is the average of Building 21's Slate before rounding.
     */
    record BestN(int n) implements Aggregation {
        public BestN {
            Limit.COUNT.check("number of best ratings", n);
        }

        @Override
        public double of(double[] valuesInOrder) {
            double[] sorted = sorted(valuesInOrder);
            return mean(sorted, Math.max(0, sorted.length - n), sorted.length);
        }

        @Override
        public double weakest(double[] valuesInOrder) {
            double[] sorted = sorted(valuesInOrder);
            return sorted[Math.max(0, sorted.length - n)];
        }

        @Override
        public String words() {
            return n == 1 ? "the best rating" : "the average of the best " + n + " ratings";
        }
    }

    /**
     * {@code w * latest + (1 - w) * mean(earlier)}; a single rating is its own value. Source: Canvas outcomes, "weighted
     * average" (w = 0.65 by default there, and rounded to two decimals for display).
     */
    record WeightedAverage(double latestWeight) implements Aggregation {
        public WeightedAverage {
            Limit.WEIGHT.check("weight of the latest rating", latestWeight);
        }

        @Override
        public double of(double[] valuesInOrder) {
            int last = some(valuesInOrder) - 1;
            double latest = valuesInOrder[last];
            return last == 0 ? latest : latestWeight * latest + (1 - latestWeight) * mean(valuesInOrder, 0, last);
        }

        @Override
        public String words() {
            return "the average in which the latest rating has " + Wording.percent(latestWeight) + " of the weight";
        }
    }

    /**
     * {@code d <- (1 - w) * d + w * s} for each rating s in order, starting with the first rating. Source: Canvas
     * outcomes, the true "decaying average" (w = 0.65 by default there).
     */
    record DecayingAverage(double latestWeight) implements Aggregation {
        public DecayingAverage {
            Limit.WEIGHT.check("weight of the latest rating", latestWeight);
        }

        @Override
        public double of(double[] valuesInOrder) {
            some(valuesInOrder);
            double decaying = valuesInOrder[0];
            for (int i = 1; i < valuesInOrder.length; i++) {
                decaying = (1 - latestWeight) * decaying + latestWeight * valuesInOrder[i];
            }
            return decaying;
        }

        @Override
        public String words() {
            return "the running average in which each new rating has " + Wording.percent(latestWeight)
                    + " of the weight";
        }
    }

    private static int some(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No ratings have no value. Ask only when there is at least one.");
        }
        return values.length;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = Arrays.copyOf(values, some(values));
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
