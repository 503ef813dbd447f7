package org.ownpath.exchange.webhooks;

import java.io.Serializable;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/** Names one telling. */
public record DeliveryId(UUID value) implements Serializable {

    /** A new, time-ordered id. */
    public static DeliveryId next() {
        return new DeliveryId(TimeOrdered.next());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static DeliveryId of(String text) {
        return new DeliveryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
