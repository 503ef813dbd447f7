package org.ownpath.pathway;

import java.util.Locale;

/** From which side somebody speaks about a student's goal. */
public enum Side {
    STUDENT("the student"),
    FAMILY("the family"),
    SCHOOL("the school");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** "the student". */
    public String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Side ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
