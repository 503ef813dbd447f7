package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a question of an item bank. */
public record ItemId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ItemId next() {
        return new ItemId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
