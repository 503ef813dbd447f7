package org.ownpath.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is to the school; one person may be several. */
public enum Role {
    STUDENT("Student"),
    TEACHER("Teacher"),
    LEADER("School leader"),
    FAMILY("Family"),
    ADMINISTRATOR("Administrator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As the database keeps it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a code names. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
