package org.ownpath.assessment;

import java.util.List;

/** What became of something that a person asked for. */
public sealed interface Reply {

    /** It is done, or was done before. */
    record Done() implements Reply {}

    /** It cannot be; nothing has changed. Each reason has the value and the remedy. */
    record Refused(List<String> reasons) implements Reply {}

    /** Refused for one reason. */
    static Reply refused(String reason) {
        return new Refused(List.of(reason));
    }

    /** Why it was refused; empty when it is done. */
    default List<String> reasons() {
        return this instanceof Refused refused ? refused.reasons : List.of();
    }
}
