package org.ownpath.exchange.webhooks;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names a system that is told what happens here. */
public record WebhookId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static WebhookId next() {
        return new WebhookId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static WebhookId of(String text) {
        return new WebhookId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
