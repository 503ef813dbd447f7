package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a class, advisory or cohort. */
public record GroupId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static GroupId next() {
        return new GroupId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
