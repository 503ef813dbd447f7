package org.ownpath.pathway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to learn that the catalogue knows. */
public enum ActivityKind {
    LESSON("Lesson"),
    ONLINE("Online"),
    GAME("Game"),
    PROJECT("Project"),
    INTERNSHIP("Internship"),
    TUTORING("Tutoring"),
    SUMMER("Summer"),
    FAMILY("With the family");

    private final String words;

    ActivityKind(String words) {
        this.words = words;
    }

    /** "Internship". */
    public String words() {
        return words;
    }

    /** As forms and the database name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a code names. */
    public static Optional<ActivityKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
