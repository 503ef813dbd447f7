package org.ownpath.engine;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of one chance to show something. A chance that was never given is no result and no evidence.
 *
 * <p>Ratings are in the units of the competency's scale; the engine does not know the scale.
 */
public sealed interface Result {

    /** The value this result can enter an aggregation with, or empty if it has none. */
    OptionalDouble rating(Optional<Double> missedCountsAs);

    /** Plain words: "rated 3.5", "missed", "excused". */
    String words();

    static Result rated(double value) {
        return new Rated(value);
    }

    static Result missed() {
        return Missed.INSTANCE;
    }

    static Result excused() {
        return Excused.INSTANCE;
    }

    /** Shown and rated. The value is within {@link Limit#RATING}. */
    record Rated(double value) implements Result {
        public Rated {
            Limit.RATING.check("rating", value);
        }

        @Override
        public OptionalDouble rating(Optional<Double> missedCountsAs) {
            return OptionalDouble.of(value);
        }

        @Override
        public String words() {
            return "rated " + Wording.number(value);
        }
    }

    /** Had the chance and did not show it. */
    record Missed() implements Result {
        private static final Missed INSTANCE = new Missed();

        @Override
        public OptionalDouble rating(Optional<Double> missedCountsAs) {
            return missedCountsAs.isPresent() ? OptionalDouble.of(missedCountsAs.get()) : OptionalDouble.empty();
        }

        @Override
        public String words() {
            return "missed";
        }
    }

    /** Excused from this chance: it says nothing either way. */
    record Excused() implements Result {
        private static final Excused INSTANCE = new Excused();

        @Override
        public OptionalDouble rating(Optional<Double> missedCountsAs) {
            return OptionalDouble.empty();
        }

        @Override
        public String words() {
            return "excused";
        }
    }
}
