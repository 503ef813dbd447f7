package org.ownpath.credential;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a badge that the district gives. */
public record BadgeId(UUID value) {

    /** A new, time-ordered id. */
    public static BadgeId next() {
        return new BadgeId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static BadgeId of(String text) {
        return new BadgeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
