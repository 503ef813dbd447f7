package org.ownpath.portal.student;

import org.ownpath.engine.State;

/** The short code by which pages and styles tell the states of mastery apart. */
public final class StateCode {

    private StateCode() {}

    /** The code of a state: none, little, notyet, mastered or refresh. */
    public static String of(State state) {
        return switch (state) {
            case NO_EVIDENCE -> "none";
            case TOO_LITTLE_EVIDENCE -> "little";
            case NOT_YET -> "notyet";
            case MASTERED -> "mastered";
            case NEEDS_REFRESH -> "refresh";
        };
    }
}
