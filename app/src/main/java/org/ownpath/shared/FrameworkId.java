package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a framework of competencies. */
public record FrameworkId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static FrameworkId next() {
        return new FrameworkId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static FrameworkId of(String text) {
        return new FrameworkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
