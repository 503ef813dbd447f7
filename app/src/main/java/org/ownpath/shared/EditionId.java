package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one published edition of a framework. */
public record EditionId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static EditionId next() {
        return new EditionId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static EditionId of(String text) {
        return new EditionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
