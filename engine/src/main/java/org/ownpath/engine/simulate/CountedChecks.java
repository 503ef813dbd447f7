package org.ownpath.engine.simulate;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;

/**
 * How often each rating was given, with the latest rating and the running average: all that an aggregation needs. It
 * comes to the same as the judge with every piece, without keeping the pieces.
 */
final class CountedChecks extends Checks {

    private static final int TOP = 4;

    private final Requirements required;
    private final ToDoubleFunction<CountedChecks> value;
    private final ToDoubleFunction<CountedChecks> weakest;
    private final double decay;
    private final int[] times = new int[TOP + 1];
    private int count;
    private int sum;
    private int latest;
    private double decaying;

    CountedChecks(Rule rule) {
        required = rule.requirements();
        value = value(rule.aggregation());
        weakest = weakest(rule.aggregation());
        decay = rule.aggregation() instanceof Aggregation.DecayingAverage d ? d.latestWeight() : 0;
    }

    @Override
    void clear() {
        Arrays.fill(times, 0);
        count = 0;
        sum = 0;
    }

    @Override
    void add(int rating) {
        decaying = count == 0 ? rating : (1 - decay) * decaying + decay * rating;
        latest = rating;
        times[rating]++;
        sum += rating;
        count++;
    }

    @Override
    boolean enough() {
        return count >= required.count()
                && required.reachedBy(value.applyAsDouble(this))
                && (required.minimumRating().isEmpty()
                        || weakest.applyAsDouble(this)
                                >= required.minimumRating().get());
    }

    private static ToDoubleFunction<CountedChecks> value(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.BestN best) {
            return checks -> checks.best(best.n());
        }
        if (aggregation instanceof Aggregation.Latest) {
            return checks -> checks.latest;
        }
        if (aggregation instanceof Aggregation.DecayingAverage) {
            return checks -> checks.decaying;
        }
        if (aggregation instanceof Aggregation.WeightedAverage weighted) {
            return checks -> checks.weighted(weighted.latestWeight());
        }
        return bySize(aggregation);
    }

    private static ToDoubleFunction<CountedChecks> bySize(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.Highest) {
            return checks -> checks.ranked(checks.count - 1);
        }
        if (aggregation instanceof Aggregation.Lowest) {
            return checks -> checks.ranked(0);
        }
        if (aggregation instanceof Aggregation.Mean) {
            return checks -> (double) checks.sum / checks.count;
        }
        if (aggregation instanceof Aggregation.Median) {
            return checks -> (checks.ranked((checks.count - 1) / 2) + checks.ranked(checks.count / 2)) / 2.0;
        }
        return CountedChecks::mode;
    }

    private static ToDoubleFunction<CountedChecks> weakest(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.Latest || aggregation instanceof Aggregation.Highest) {
            return value(aggregation);
        }
        int kept = aggregation instanceof Aggregation.BestN best ? best.n() : Integer.MAX_VALUE;
        return checks -> checks.ranked(Math.max(0, checks.count - kept));
    }

    /** The rating at this place, from 0, when sorted from low to high. */
    private int ranked(int place) {
        int rating = 1;
        for (int passed = times[1]; passed <= place; passed += times[rating]) {
            rating++;
        }
        return rating;
    }

    private double best(int n) {
        int left = Math.min(n, count);
        int total = 0;
        int taken = left;
        for (int rating = TOP; left > 0; rating--) {
            int these = Math.min(left, times[rating]);
            total += these * rating;
            left -= these;
        }
        return (double) total / taken;
    }

    private double weighted(double latestWeight) {
        return count == 1
                ? latest
                : latestWeight * latest + (1 - latestWeight) * ((double) (sum - latest) / (count - 1));
    }

    private double mode() {
        int mode = 1;
        for (int rating = 2; rating <= TOP; rating++) {
            mode = times[rating] >= times[mode] ? rating : mode;
        }
        return mode;
    }
}
