package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a competency, the same through all editions of its framework. */
public record CompetencyId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static CompetencyId next() {
        return new CompetencyId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static CompetencyId of(String text) {
        return new CompetencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
