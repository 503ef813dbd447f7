package org.ownpath.exchange.webhooks;

/** What came of the wish to tell a system. */
public sealed interface Adding {

    /** It is told from now on; the secret is shown once. */
    record Added(WebhookId id, String secret) implements Adding {}

    /** It is not; the reason says what to do. */
    record Refused(String reason) implements Adding {}
}
