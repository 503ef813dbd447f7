package org.ownpath.exchange.lti.platforms;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a learning management system that opens Ownpath. */
public record PlatformId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static PlatformId next() {
        return new PlatformId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static PlatformId of(String text) {
        return new PlatformId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
