package org.ownpath.engine;

import java.util.OptionalDouble;

/**
 * How many ratings become one value. Ratings come in the order in which they were shown. Most values are ratings too, in
 * the scale's units and between the lowest and the highest rating; {@link #measure()} says where they are not.
 */
public sealed interface Aggregation
        permits Aggregation.First,
                Aggregation.Latest,
                Aggregation.Highest,
                Aggregation.Lowest,
                Aggregation.Mean,
                Aggregation.Median,
                Aggregation.Mode,
                Aggregation.BestN,
                Aggregation.WeightedAverage,
                Aggregation.DecayingAverage,
                Attempts,
                Estimate,
                Progress,
                Rounded {

    /** A value without ratings, to add them to one by one. */
    Running running();

    /** The value of these ratings; empty if there are none, or not yet those that the value needs. */
    default OptionalDouble of(double... ratingsInOrder) {
        return present(over(ratingsInOrder).value());
    }

    /** The lowest rating that enters the value, or empty if none does. */
    default OptionalDouble weakest(double... ratingsInOrder) {
        return present(over(ratingsInOrder).weakest());
    }

    private Running over(double[] ratings) {
        Running running = running();
        for (double rating : ratings) {
            running.add(rating);
        }
        return running;
    }

    static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What the value is a measure of. */
    default Measure measure() {
        return Measure.RATING;
    }

    /**
     * The rating from which one attempt counts as shown well, where the aggregation looks at that; empty where it does
     * not, and the rule's threshold is that rating.
     */
    default OptionalDouble reaching() {
        return OptionalDouble.empty();
    }

    /** The highest value there can be, infinite where only the scale limits it; no rule may ask for more. */
    default double ceiling() {
        return Double.POSITIVE_INFINITY;
    }

    /** Plain words that fit before "is 3 or higher": "the average of the best 2 ratings". */
    String words();

    /** The first rating shown. */
    record First() implements Aggregation {
        @Override
        public Running running() {
            return new Picked.First();
        }

        @Override
        public String words() {
            return "the first rating";
        }
    }

    /** The last rating shown. */
    record Latest() implements Aggregation {
        @Override
        public Running running() {
            return new Picked.Latest();
        }

        @Override
        public String words() {
            return "the latest rating";
        }
    }

    /** The highest rating ever shown. */
    record Highest() implements Aggregation {
        @Override
        public Running running() {
            return new Picked.Highest();
        }

        @Override
        public String words() {
            return "the highest rating";
        }
    }

    /** The lowest rating ever shown. */
    record Lowest() implements Aggregation {
        @Override
        public Running running() {
            return new Picked.Lowest();
        }

        @Override
        public String words() {
            return "the lowest rating";
        }
    }

    /** The arithmetic mean: sum of ratings / number of ratings. */
    record Mean() implements Aggregation {
        @Override
        public Running running() {
            return new Averaged.Plain();
        }

        @Override
        public String words() {
            return "the average of all ratings";
        }
    }

    /** The middle rating by size; of an even number of ratings, the mean of the two in the middle. */
    record Median() implements Aggregation {
        @Override
        public Running running() {
            return new Ranked.Median();
        }

        @Override
        public String words() {
            return "the middle rating";
        }
    }

    /** The most frequent rating; of several that are equally frequent, the highest. */
    record Mode() implements Aggregation {
        @Override
        public Running running() {
            return new Ranked.Mode();
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
        public Running running() {
            return new Ranked.Best(n);
        }

        @Override
        public String words() {
            return n == 1 ? "the best rating" : "the average of the best " + n + " ratings";
        }
    }

    /**
     * {@code w * latest + (1 - w) * mean(earlier)}; a single rating is its own value. Source: Canvas outcomes, "weighted
     * average" (w = 0.65 by default there, and rounded to two decimals; see {@link Rounded}).
     */
    record WeightedAverage(double latestWeight) implements Aggregation {
        public WeightedAverage {
            Limit.WEIGHT.check("weight of the latest rating", latestWeight);
        }

        @Override
        public Running running() {
            return new Averaged.Weighted(latestWeight);
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
        public Running running() {
            return new Averaged.Decaying(latestWeight);
        }

        @Override
        public String words() {
            return "the running average in which each new rating has " + Wording.percent(latestWeight)
                    + " of the weight";
        }
    }
}
