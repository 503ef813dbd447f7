package org.ownpath.exchange.lti.tools;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names content of a tool that is an activity here; tools call it a resource link. */
public record ToolLinkId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static ToolLinkId next() {
        return new ToolLinkId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static ToolLinkId of(String text) {
        return new ToolLinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
