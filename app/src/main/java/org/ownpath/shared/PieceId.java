package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a piece of evidence, chosen by whoever sends it, so that sending it twice stores it once. */
public record PieceId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static PieceId next() {
        return new PieceId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static PieceId of(String text) {
        return new PieceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
