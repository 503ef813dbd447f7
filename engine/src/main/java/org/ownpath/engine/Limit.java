package org.ownpath.engine;

import java.math.BigDecimal;

/**
 * An inclusive range that a number of a rule has to be in. Constructors, {@link RuleJson} and the published schema share
 * these limits, so that every rule that can be built can be written and read again.
 */
record Limit(double low, double high) {

    static final Limit RATING = new Limit(-1000, 1000);
    static final Limit COUNT = new Limit(1, 100);
    static final Limit CONTEXTS = new Limit(0, Context.values().length);
    static final Limit OBSERVERS = new Limit(0, 20);
    static final Limit DAYS = new Limit(1, 36_500);

    /** How much of the weight the latest rating gets. At 0 the latest would not matter, so a hundredth is the least. */
    static final Limit WEIGHT = new Limit(0.01, 1);

    static final Limit DECIMALS = new Limit(0, 6);
    static final Limit POSITIVE = new Limit(0.001, 1000);
    static final Limit PROBABILITY = new Limit(0, 1);

    /** The probability of a guess or a slip: at 0 or 1 a single attempt would settle everything. */
    static final Limit ERROR = new Limit(0.001, 0.999);

    static final Limit ABILITY = new Limit(-6, 6);
    static final Limit DISCRIMINATION = new Limit(0.01, 20);
    static final Limit GAIN = new Limit(0.01, 10);
    static final Limit LEVELS = new Limit(1, 20);

    static final Limit WORTH = new Limit(1, 1000);
    static final Limit POINTS = new Limit(0, 1000);

    boolean holds(double value) {
        return value >= low && value <= high; // NaN is in no range
    }

    double check(String name, double value) {
        if (!holds(value)) {
            throw new IllegalArgumentException(
                    "The " + name + " " + value + " is out of range. Use a number " + words() + ".");
        }
        return value;
    }

    String words() {
        return "from " + exact(low) + " to " + exact(high);
    }

    private static String exact(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
