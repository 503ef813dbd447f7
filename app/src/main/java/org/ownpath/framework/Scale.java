package org.ownpath.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What ratings of a framework mean.
 *
 * @param name such as "Northside 4-point"
 * @param levels lowest first
 * @param mastery the lowest value that counts as mastery
 */
public record Scale(String name, List<Level> levels, double mastery) {

    private static final double ROUNDING = 1e-9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

    /** Four levels in plain words, mastery at 3: for a framework that brings no scale of its own. */
    public static final Scale FOUR_POINT = new Scale(
            "4-point",
            List.of(
                    new Level(1, "Beginning"),
                    new Level(2, "Developing"),
                    new Level(3, "Proficient"),
                    new Level(4, "Advanced")),
            3);

    /**
     * One level of the scale.
     *
     * @param label how it is written where that is not its value; null where it is
     */
    public record Level(double value, String name, @Nullable String label) {

        /** A level that is written as its value. */
        public Level(double value, String name) {
            this(value, name, null);
        }

        /** "3" or "2.5". */
        public String symbol() {
            return label != null ? label : number();
        }

        private String number() {
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

    /**
     * The same scale told in another number of levels, counted from 1: its foot, the cut for mastery and its top stay,
     * and what lies between is divided evenly. So a rating means the same on both.
     *
     * @param cut which of the levels is the lowest that counts as mastery; from 2 to the number of levels
     * @param names one for each level, or none: then each is called as the level of this scale that it reaches
     */
    public Scale in(int count, int cut, List<String> names) {
        List<Level> told = new ArrayList<>();
        for (int level = 1; level <= count; level++) {
            double value = level <= cut
                    ? lowest() + (level - 1) * (mastery - lowest()) / (cut - 1)
                    : mastery + (level - cut) * (highest() - mastery) / (count - cut);
            told.add(new Level(
                    value, names.isEmpty() ? reached(value).name() : names.get(level - 1), String.valueOf(level)));
        }
        return new Scale(name + ", in " + count + " levels", told, mastery);
    }

    /** The highest level that a value reaches; the lowest one for whatever lies below. */
    public Level reached(double value) {
        return levels.stream()
                .filter(level -> level.value() <= value + ROUNDING)
                .reduce((lower, higher) -> higher)
                .orElse(levels.get(0));
    }

    /** Whether a value is that of a level. */
    public boolean has(double value) {
        return Math.abs(reached(value).value() - value) <= ROUNDING;
    }

    /** The value that is written so: a level, or a number between two where levels are written as numbers. */
    public OptionalDouble read(String written) {
        Optional<Level> level =
                levels.stream().filter(each -> each.symbol().equals(written)).findFirst();
        boolean number = levels.stream().allMatch(each -> each.label() == null)
                && NUMBER.matcher(written).matches();
        return level.isPresent() || !number
                ? level.stream().mapToDouble(Level::value).findFirst()
                : DoubleStream.of(Double.parseDouble(written))
                        .filter(value -> refusal(value).isEmpty())
                        .findFirst();
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
