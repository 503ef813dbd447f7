package org.ownpath.engine;

import java.util.OptionalDouble;

/**
 * A value rounded half up before it is compared, for systems that do so: Canvas to two decimals, Slate to one. In JSON it
 * is the field {@code decimals} of the aggregation.
 *
 * @param value what is rounded, itself not rounded
 * @param decimals how many decimals are left, 0 to 6
 */
public record Rounded(Aggregation value, int decimals) implements Aggregation {

    public Rounded {
        Limit.DECIMALS.check("number of decimals", decimals);
        if (value instanceof Rounded) {
            throw new IllegalArgumentException("The value is already rounded: " + value + ". Round it once.");
        }
    }

    /** Half up, where a value within the tolerance of a half is one: 2.675 in floating point lies just below. */
    static double halfUp(double value, double scale) {
        return Math.floor(value * scale + 0.5 + Requirements.TOLERANCE) / scale;
    }

    @Override
    public Running running() {
        Running exact = value.running();
        double scale = Math.pow(10, decimals);
        return new Running() {
            @Override
            public void add(double rating) {
                exact.add(rating);
            }

            @Override
            public double value() {
                return halfUp(exact.value(), scale);
            }

            @Override
            public double weakest() {
                return exact.weakest();
            }

            @Override
            public void clear() {
                exact.clear();
            }
        };
    }

    @Override
    public Measure measure() {
        return value.measure();
    }

    @Override
    public OptionalDouble reaching() {
        return value.reaching();
    }

    @Override
    public double ceiling() {
        return value.ceiling();
    }

    @Override
    public String words() {
        return value.words() + " (rounded to "
                + (decimals == 0 ? "whole numbers" : Wording.counted(decimals, "decimal", "decimals")) + ")";
    }
}
