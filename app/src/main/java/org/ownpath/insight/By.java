package org.ownpath.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What students are told apart by, where whoever sees the students may see who is in which part. */
public enum By {
    GRADE("grade label"),
    AGE("age"),
    LEVEL("level at work"),
    GROUP("group"),
    ACTIVITY("activity"),
    QUARTER("proficiency and growth");

    private final String words;

    By(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As an address has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a code names. */
    public static Optional<By> ofCode(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }
}
