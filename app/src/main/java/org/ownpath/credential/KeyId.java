package org.ownpath.credential;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a key of the district; it gives nothing of it away. */
public record KeyId(UUID value) {

    static KeyId next() {
        return new KeyId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static KeyId of(String text) {
        return new KeyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
