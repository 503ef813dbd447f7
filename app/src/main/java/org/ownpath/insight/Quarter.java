package org.ownpath.insight;

import java.util.Locale;

/** Proficiency and growth together: the four corners of the picture. */
public enum Quarter {
    /** On level, and keeping or raising the distance. */
    AHEAD_AND_GROWING("On level, and growing a level a year or more"),
    /** On level, and slower than a level a year. */
    AHEAD_AND_SLOW("On level, and growing less than a level a year"),
    /** Below, and catching up or keeping pace. */
    BELOW_AND_GROWING("Below level, and growing a level a year or more"),
    /** Below, and falling further behind. */
    BELOW_AND_SLOW("Below level, and growing less than a level a year");

    private final String words;

    Quarter(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As an address has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Quarter of(boolean onLevel, boolean growing) {
        if (onLevel) {
            return growing ? AHEAD_AND_GROWING : AHEAD_AND_SLOW;
        }
        return growing ? BELOW_AND_GROWING : BELOW_AND_SLOW;
    }
}
