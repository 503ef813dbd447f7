package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a goal of a student. */
public record GoalId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static GoalId next() {
        return new GoalId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
