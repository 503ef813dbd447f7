package org.ownpath.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of support a plan gives. */
public enum SupportKind {
    SMALL_GROUP("Small group"),
    CONFERENCE("One-to-one conference"),
    TUTORING("Tutoring"),
    ANOTHER_WAY("Taught another way"),
    PRACTICE("Guided practice"),
    EXTRA_TIME("Extra time"),
    MENTOR("Mentor or check-in"),
    HOME("Practice at home");

    private final String words;

    SupportKind(String words) {
        this.words = words;
    }

    /** "Small group". */
    public String words() {
        return words;
    }

    /** As the database keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a code names. */
    public static Optional<SupportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
