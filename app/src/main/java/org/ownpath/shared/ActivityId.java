package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names an activity of the catalogue. */
public record ActivityId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ActivityId next() {
        return new ActivityId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ActivityId of(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
