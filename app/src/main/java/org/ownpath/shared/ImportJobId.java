package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one import of a file. */
public record ImportJobId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ImportJobId next() {
        return new ImportJobId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ImportJobId of(String text) {
        return new ImportJobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
