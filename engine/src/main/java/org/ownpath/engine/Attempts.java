package org.ownpath.engine;

import java.util.OptionalDouble;

/**
 * Aggregations that look at each attempt by itself: did its rating reach {@code from}? A rating within 1e-9 of it has
 * reached it.
 */
public sealed interface Attempts extends Aggregation {

    /** The rating from which an attempt counts as shown well. */
    double from();

    @Override
    default OptionalDouble reaching() {
        return OptionalDouble.of(from());
    }

    /**
     * The mean of the ratings that reach {@code from}, once there are {@code n} of them; no value before. Source: Canvas
     * outcomes, "n number of times" (n from 1 to 5 and 5 by default there, {@code from} its mastery points).
     */
    record NMastery(int n, double from) implements Attempts {
        public NMastery {
            Limit.COUNT.check("number of ratings", n);
            Limit.RATING.check("rating from which an attempt counts", from);
        }

        @Override
        public Running running() {
            return new Reached.Mean(n, from);
        }

        @Override
        public String words() {
            return "the average of the ratings of " + Wording.number(from) + " or higher (once there "
                    + (n == 1 ? "is one)" : "are " + n + ")");
        }
    }

    /**
     * How many of the last {@code n} attempts reached {@code from}; a threshold of m makes it "m of n". While there are
     * fewer than n, it looks at all. Source: Kolibri's mastery model "m of n".
     *
     * @param lasting true: the most there ever were, as in Kolibri, where mastery once reached stays; false: now
     */
    record LastN(int n, double from, boolean lasting) implements Attempts {
        public LastN {
            Limit.COUNT.check("number of last attempts", n);
            Limit.RATING.check("rating from which an attempt counts", from);
        }

        @Override
        public Running running() {
            return new Reached.LastOnes(n, from, lasting);
        }

        @Override
        public Measure measure() {
            return Measure.COUNT;
        }

        @Override
        public double ceiling() {
            return n;
        }

        @Override
        public String words() {
            return (lasting ? "the most attempts rated " : "the number of attempts rated ") + Wording.number(from)
                    + " or higher among " + (lasting ? "any " + n + " in a row" : "the last " + n);
        }
    }

    /**
     * How many attempts in a row reached {@code from}, up to the latest; a threshold of k makes it "k in a row". Source:
     * Kolibri's "2, 3, 5 or 10 in a row".
     *
     * @param lasting true: the longest row there ever was; false: the row that stands now
     */
    record InARow(double from, boolean lasting) implements Attempts {
        public InARow {
            Limit.RATING.check("rating from which an attempt counts", from);
        }

        @Override
        public Running running() {
            return new Reached.Row(from, lasting);
        }

        @Override
        public Measure measure() {
            return Measure.COUNT;
        }

        @Override
        public String words() {
            return (lasting ? "the longest row of attempts rated " : "the present row of attempts rated ")
                    + Wording.number(from) + " or higher";
        }
    }
}
