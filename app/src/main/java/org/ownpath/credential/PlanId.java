package org.ownpath.credential;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a graduation plan, chosen by whoever hands it in, so that handing it in twice adopts it once. */
public record PlanId(UUID value) {

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
