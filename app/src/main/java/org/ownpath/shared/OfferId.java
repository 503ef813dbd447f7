package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a test that a teacher offers to a group. */
public record OfferId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static OfferId next() {
        return new OfferId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
