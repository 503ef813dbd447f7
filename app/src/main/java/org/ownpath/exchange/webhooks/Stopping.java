package org.ownpath.exchange.webhooks;

import java.time.Instant;
import org.ownpath.messages.OfficeLetters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends telling a system that does not take it any more, and tells those who run the school, once. */
@Component
class Stopping {

    private final WebhookRows rows;
    private final OfficeLetters letters;

    Stopping(WebhookRows rows, OfficeLetters letters) {
        this.rows = rows;
        this.letters = letters;
    }

    @Transactional
    void stop(Webhook webhook, String why, Instant now) {
        if (rows.stop(webhook.id(), why, now)) {
            letters.systemStopped(webhook.address(), why, "/integrations/webhooks/" + webhook.id());
        }
    }
}
