package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a person on the roster. */
public record PersonId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static PersonId next() {
        return new PersonId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
