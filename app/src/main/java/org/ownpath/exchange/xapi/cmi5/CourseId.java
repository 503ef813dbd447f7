package org.ownpath.exchange.xapi.cmi5;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a course that was imported. */
public record CourseId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static CourseId next() {
        return new CourseId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static CourseId of(String text) {
        return new CourseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
