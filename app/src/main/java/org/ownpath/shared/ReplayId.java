package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one replay of the ledger under drafted rules. */
public record ReplayId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ReplayId next() {
        return new ReplayId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ReplayId of(String text) {
        return new ReplayId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
