package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a block of time with groups. */
public record BlockId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static BlockId next() {
        return new BlockId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static BlockId of(String text) {
        return new BlockId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
