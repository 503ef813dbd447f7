package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names one adoption of design choices. */
public record AdoptionId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static AdoptionId next() {
        return new AdoptionId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static AdoptionId of(String text) {
        return new AdoptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
