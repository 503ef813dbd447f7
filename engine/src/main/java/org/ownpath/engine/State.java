package org.ownpath.engine;

import java.util.Optional;

/** The five outcomes of a judgement. */
public enum State implements Coded {
    NO_EVIDENCE("no evidence yet"),
    TOO_LITTLE_EVIDENCE("too little evidence yet"),
    NOT_YET("not yet"),
    MASTERED("mastered"),
    NEEDS_REFRESH("needs a refresh");

    private final String words;

    State(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether mastery was reached and has not been lost: it may be due for a refresh. */
    public boolean standing() {
        return this == MASTERED || this == NEEDS_REFRESH;
    }

    public static Optional<State> ofCode(String code) {
        return Coded.find(State.class, code);
    }
}
