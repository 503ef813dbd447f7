package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one school of a district. */
public record SchoolId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static SchoolId next() {
        return new SchoolId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static SchoolId of(String text) {
        return new SchoolId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
