package org.ownpath.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of what a program may do of what its account may. */
public enum TokenScope {
    READ("read what the account may see"),
    RECORD("record, correct and change"),
    STATEMENTS("send learning records by xAPI and read back its own");

    private final String words;

    TokenScope(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** As the database and addresses name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope that a code names. */
    public static Optional<TokenScope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** The authority that Spring Security asks for. */
    public String authority() {
        return "SCOPE_" + code();
    }
}
