package org.ownpath.shared;

import java.util.OptionalInt;

/** The levels of a kindergarten-to-12 ladder: 0 is kindergarten, 12 the last. A level of work, never a student's age. */
public final class GradeLevel {

    /** Kindergarten. */
    public static final int LOWEST = 0;

    /** The twelfth grade. */
    public static final int HIGHEST = 12;

    private GradeLevel() {}

    /** "K" or the number. */
    public static String symbol(int level) {
        return level == 0 ? "K" : String.valueOf(level);
    }

    /** "kindergarten", "1st grade", "12th grade". */
    public static String words(int level) {
        return level == 0 ? "kindergarten" : ordinal(level) + " grade";
    }

    /** The words as a heading has them: "Kindergarten", "1st grade". */
    public static String title(int level) {
        return level == 0 ? "Kindergarten" : words(level);
    }

    /**
     * Reads a level as schools write it: {@code K}, {@code KG}, {@code 0}, {@code 07}, {@code 7}; {@code HS} is read as
     * 9, its first level. Empty when it names none.
     */
    public static OptionalInt read(String text) {
        String trimmed = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (trimmed.equals("K") || trimmed.equals("KG") || trimmed.equals("0") || trimmed.equals("00")) {
            return OptionalInt.of(0);
        }
        if (trimmed.equals("HS")) {
            return OptionalInt.of(9);
        }
        if (!trimmed.matches("\\d{1,2}")) {
            return OptionalInt.empty();
        }
        int level = Integer.parseInt(trimmed);
        return level <= HIGHEST ? OptionalInt.of(level) : OptionalInt.empty();
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 1 -> "1st";
            case 2 -> "2nd";
            case 3 -> "3rd";
            default -> n + "th";
        };
    }
}
