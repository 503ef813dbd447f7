package org.ownpath.exchange.badges;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names an endorsement that the district gave or got. */
public record EndorsementId(UUID value) {

    static EndorsementId next() {
        return new EndorsementId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static EndorsementId of(String text) {
        return new EndorsementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
