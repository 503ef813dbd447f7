package org.ownpath.engine;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What one counted piece does to the value, exact for every aggregation: the value is computed again without it.
 *
 * @param rating what it entered the value with
 * @param without the value without this piece; empty if there would be none
 * @param change the value less the value without it, before rounding errors of about 1e-15; empty where one has no value
 */
public record Contribution(Piece piece, double rating, OptionalDouble without, OptionalDouble change) {

    static Contribution of(Aggregation aggregation, Piece piece, double[] ratings, int place) {
        OptionalDouble value = aggregation.of(ratings);
        OptionalDouble without = aggregation.of(leaving(ratings, place));
        OptionalDouble change = value.isPresent() && without.isPresent()
                ? OptionalDouble.of(value.getAsDouble() - without.getAsDouble())
                : OptionalDouble.empty();
        return new Contribution(piece, ratings[place], without, change);
    }

    private static double[] leaving(double[] ratings, int place) {
        double[] others = Arrays.copyOf(ratings, ratings.length - 1);
        System.arraycopy(ratings, place + 1, others, place, others.length - place);
        return others;
    }

    /** Plain words: "without it the value would be 2.5". */
    public String words() {
        if (without.isEmpty()) {
            return "without it there would be no value";
        }
        boolean same = change.isPresent() && Math.abs(change.getAsDouble()) < Requirements.TOLERANCE;
        return same
                ? "the value is the same without it"
                : "without it the value would be " + Wording.number(without.getAsDouble());
    }
}
