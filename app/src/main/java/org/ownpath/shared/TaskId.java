package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a task of the library, through all its editions. */
public record TaskId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static TaskId next() {
        return new TaskId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
