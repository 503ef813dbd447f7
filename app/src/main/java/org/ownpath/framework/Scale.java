package org.ownpath.framework;

import java.util.List;
import java.util.Optional;

/**
 * What ratings of a framework mean.
 *
 * @param name such as "Northside 4-point"
 * @param levels lowest first
 * @param mastery the lowest value that counts as mastery
 */
public record Scale(String name, List<Level> levels, double mastery) {

    /** Four levels in plain words, mastery at 3: for a framework that brings no scale of its own. */
    public static final Scale FOUR_POINT = new Scale(
            "4-point",
            List.of(
                    new Level(1, "Beginning"),
                    new Level(2, "Developing"),
                    new Level(3, "Proficient"),
                    new Level(4, "Advanced")),
            3);

    /** One level of the scale. */
    public record Level(double value, String name) {

        /** "3" or "2.5". */
        public String symbol() {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    /** Keeps its own copy of the levels. */
    public Scale {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("Scale '" + name + "' has no levels");
        }
    }

    /** The lowest value. */
    public double lowest() {
        return levels.get(0).value();
    }

    /** The highest value. */
    public double highest() {
        return levels.get(levels.size() - 1).value();
    }

    /** Why a rating is not on this scale, with the remedy; empty when it is. */
    public Optional<String> refusal(double rating) {
        return rating >= lowest() && rating <= highest()
                ? Optional.empty()
                : Optional.of("Rating " + rating + " is not on scale '" + name + "' ("
                        + levels.get(0).symbol() + " to "
                        + levels.get(levels.size() - 1).symbol() + "). Give a rating between the two.");
    }
}
