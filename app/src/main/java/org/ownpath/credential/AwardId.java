package org.ownpath.credential;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names one award of a badge, or of a record, to a student. */
public record AwardId(UUID value) {

    static AwardId next() {
        return new AwardId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static AwardId of(String text) {
        return new AwardId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
