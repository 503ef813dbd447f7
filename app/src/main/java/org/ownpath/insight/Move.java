package org.ownpath.insight;

import org.ownpath.engine.State;

/** What becomes of one student's standing in one competency when another rule judges the same evidence. */
public enum Move {
    /** Not mastered today; would be. */
    ADVANCES("would advance"),
    /** Mastered today; would not be. */
    FALLS("would fall"),
    /** Mastered both ways, but only the other rule asks to show it again. */
    DUE("would need a refresh"),
    /** Nothing counts today; something would. */
    BEGINS("would count for the first time"),
    /** None of these. */
    STAYS("would stay");

    private final String words;

    Move(String words) {
        this.words = words;
    }

    /** As a person reads it, after a number of showings or students. */
    public String words() {
        return words;
    }

    static Move of(State today, State drafted) {
        if (today.standing() != drafted.standing()) {
            return drafted.standing() ? ADVANCES : FALLS;
        }
        if (today == State.MASTERED && drafted == State.NEEDS_REFRESH) {
            return DUE;
        }
        return today == State.NO_EVIDENCE && drafted != State.NO_EVIDENCE ? BEGINS : STAYS;
    }
}
