package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a time at which a teacher has room for a student who wants to show something. */
public record OpenTimeId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static OpenTimeId next() {
        return new OpenTimeId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static OpenTimeId of(String text) {
        return new OpenTimeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
