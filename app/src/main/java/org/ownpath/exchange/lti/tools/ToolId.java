package org.ownpath.exchange.lti.tools;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a learning tool; tools call it their client_id. */
public record ToolId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ToolId next() {
        return new ToolId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ToolId of(String text) {
        return new ToolId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
