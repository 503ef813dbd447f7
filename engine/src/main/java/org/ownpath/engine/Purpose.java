package org.ownpath.engine;

import java.util.Optional;

/** Why something was asked: to guide learning along the way, or to certify it. */
public enum Purpose implements Coded {
    FORMATIVE("formative"),
    SUMMATIVE("summative");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    public static Optional<Purpose> ofCode(String code) {
        return Coded.find(Purpose.class, code);
    }
}
