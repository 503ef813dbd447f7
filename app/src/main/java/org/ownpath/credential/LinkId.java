package org.ownpath.credential;

import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a shared link to whoever made it; it does not open it. */
public record LinkId(UUID value) {

    static LinkId next() {
        return new LinkId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static LinkId of(String text) {
        return new LinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
