package org.ownpath.exchange.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A system that is told what happens here.
 *
 * @param failingSince empty where the last delivery arrived
 * @param stoppedAt empty where it is told; else nothing is sent until somebody begins it again
 */
public record Webhook(
        WebhookId id,
        String address,
        Set<WebhookEvent> events,
        Instant madeAt,
        Optional<Instant> failingSince,
        Optional<Instant> stoppedAt,
        String stoppedWhy) {

    /** Keeps its own copy of the events. */
    public Webhook {
        events = Set.copyOf(events);
    }
}
