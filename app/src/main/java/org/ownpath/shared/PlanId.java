package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a plan of support. */
public record PlanId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static PlanId next() {
        return new PlanId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
