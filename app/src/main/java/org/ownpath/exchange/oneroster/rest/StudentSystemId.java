package org.ownpath.exchange.oneroster.rest;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a student information system that is connected. */
public record StudentSystemId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static StudentSystemId next() {
        return new StudentSystemId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static StudentSystemId of(String text) {
        return new StudentSystemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
