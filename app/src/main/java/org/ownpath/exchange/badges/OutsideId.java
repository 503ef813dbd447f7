package org.ownpath.exchange.badges;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a credential of another issuer that somebody brought for a student. */
public record OutsideId(UUID value) {

    static OutsideId next() {
        return new OutsideId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static OutsideId of(String text) {
        return new OutsideId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
