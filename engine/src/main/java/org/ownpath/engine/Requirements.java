package org.ownpath.engine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What mastery requires beside being shown at all. Only rated pieces that count are looked at; a missed chance never
 * helps to meet a requirement.
 *
 * @param threshold what the value has to reach, in the scale's units
 * @param count how many demonstrations there have to be, at least 1
 * @param forms each of these forms has to be among the demonstrations
 * @param depth at least one demonstration at this depth or deeper has itself reached the threshold
 * @param contexts in how many different contexts; 0 and 1 ask for nothing more
 * @param observers by how many different people it was seen; 0 and 1 ask for nothing more
 * @param freshDays mastery is due for a refresh when no demonstration has reached the threshold for this many days
 * @param minimumRating no rating that enters the value may be below this
 */
public record Requirements(
        double threshold,
        int count,
        Set<Form> forms,
        Optional<Depth> depth,
        int contexts,
        int observers,
        Optional<Integer> freshDays,
        Optional<Double> minimumRating) {

    /** Averages of decimal ratings carry rounding errors of about 1e-15; a value this close has reached its threshold. */
    static final double TOLERANCE = 1e-9;

    public Requirements {
        Limit.RATING.check("threshold", threshold);
        Limit.COUNT.check("number of demonstrations", count);
        forms = Coded.inOrder(Form.class, forms);
        Limit.CONTEXTS.check("number of contexts", contexts);
        Limit.OBSERVERS.check("number of observers", observers);
        freshDays.ifPresent(days -> Limit.DAYS.check("number of days for freshness", days));
        minimumRating.ifPresent(rating -> Limit.RATING.check("minimum rating", rating));
    }

    /** One demonstration whose value reaches the threshold. */
    public static Requirements reaching(double threshold) {
        return new Requirements(threshold, 1, Set.of(), Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
    }

    public Requirements times(int demonstrations) {
        return new Requirements(threshold, demonstrations, forms, depth, contexts, observers, freshDays, minimumRating);
    }

    public Requirements withForm(Form form) {
        EnumSet<Form> more = EnumSet.of(form);
        more.addAll(forms);
        return new Requirements(threshold, count, more, depth, contexts, observers, freshDays, minimumRating);
    }

    public Requirements atDepth(Depth least) {
        return new Requirements(
                threshold, count, forms, Optional.of(least), contexts, observers, freshDays, minimumRating);
    }

    public Requirements inContexts(int different) {
        return new Requirements(threshold, count, forms, depth, different, observers, freshDays, minimumRating);
    }

    public Requirements byObservers(int different) {
        return new Requirements(threshold, count, forms, depth, contexts, different, freshDays, minimumRating);
    }

    public Requirements freshFor(int days) {
        return new Requirements(threshold, count, forms, depth, contexts, observers, Optional.of(days), minimumRating);
    }

    public Requirements noneBelow(double rating) {
        return new Requirements(threshold, count, forms, depth, contexts, observers, freshDays, Optional.of(rating));
    }

    /** Whether this value reaches the threshold. */
    public boolean reachedBy(double value) {
        return atLeast(value, threshold);
    }

    static boolean atLeast(double value, double needed) {
        return value >= needed - TOLERANCE;
    }
}
