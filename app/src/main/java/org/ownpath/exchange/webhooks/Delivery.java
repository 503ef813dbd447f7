package org.ownpath.exchange.webhooks;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened, for one system.
 *
 * @param body what is sent: ids only
 * @param nextTry empty where it arrived or was given up
 * @param lastAnswer what the system answered last, in words
 */
public record Delivery(
        DeliveryId id,
        WebhookId webhook,
        WebhookEvent event,
        String body,
        Instant happenedAt,
        int tries,
        Optional<Instant> nextTry,
        Optional<Instant> deliveredAt,
        String lastAnswer) {

    /** How it stands, as a person reads it. */
    public String words() {
        if (deliveredAt.isPresent()) {
            return "Arrived";
        }
        if (nextTry.isEmpty()) {
            return "Given up";
        }
        return tries == 0 ? "Waits to be sent" : "Failed, is tried again";
    }
}
