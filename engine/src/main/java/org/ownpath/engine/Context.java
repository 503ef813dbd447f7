package org.ownpath.engine;

import java.util.Optional;

/** Where something was shown; showing it in several contexts is a sign that it transfers. */
public enum Context implements Coded {
    CLASS("class"),
    HOME("home"),
    ONLINE("online"),
    INTERNSHIP("internship"),
    SUMMER("summer"),
    GAME("game"),
    TUTORING("tutoring"),
    COMMUNITY("community");

    private final String words;

    Context(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    public static Optional<Context> ofCode(String code) {
        return Coded.find(Context.class, code);
    }
}
