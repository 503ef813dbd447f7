package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one student's showing of what they know, from the request to the result. */
public record DemonstrationId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static DemonstrationId next() {
        return new DemonstrationId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static DemonstrationId of(String text) {
        return new DemonstrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
