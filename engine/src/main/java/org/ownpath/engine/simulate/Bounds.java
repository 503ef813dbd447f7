package org.ownpath.engine.simulate;

import java.math.BigDecimal;

/** An inclusive range that an assumption has to be in. */
record Bounds(double low, double high) {

    static final Bounds SHARE = new Bounds(0, 1);
    static final Bounds POSITIVE = new Bounds(1e-6, 1000);
    static final Bounds FROM_ZERO = new Bounds(0, 1000);
    static final Bounds SLOPE = new Bounds(-100, 100);

    void check(String name, double value) {
        if (!(value >= low && value <= high)) { // NaN is in no range
            throw new IllegalArgumentException("The " + name + " " + plain(value)
                    + " is out of range. Use a number from " + plain(low) + " to " + plain(high) + ".");
        }
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }
}
