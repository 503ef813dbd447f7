package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one student's try at a test. */
public record AttemptId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static AttemptId next() {
        return new AttemptId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static AttemptId of(String text) {
        return new AttemptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
