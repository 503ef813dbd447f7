package org.ownpath.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter of the traditional kind for those who ask for one. It is read off the value and decides nothing.
 *
 * @param from the lowest value that earns it
 * @param points grade points, where the school counts them
 */
public record LetterGrade(String letter, double from, OptionalDouble points) {

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,2})?)";
    private static final Pattern LINE = Pattern.compile("(\\S{1,12}) from " + NUMBER + "(?:, " + NUMBER + " points)?");

    /** Reads "A from 3.5, 4.0 points" or "A from 3.5". */
    static Optional<LetterGrade> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        return parts.matches()
                ? Optional.of(new LetterGrade(
                        parts.group(1),
                        Double.parseDouble(parts.group(2)),
                        parts.group(3) == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(parts.group(3)))))
                : Optional.empty();
    }

    /** The letter that a value earns by this table. */
    public static Optional<LetterGrade> of(List<LetterGrade> table, double value) {
        return table.stream().filter(grade -> grade.from() <= value).max(Comparator.comparingDouble(LetterGrade::from));
    }

    @Override
    public String toString() {
        return letter + " from " + from + (points.isPresent() ? ", " + points.getAsDouble() + " points" : "");
    }
}
