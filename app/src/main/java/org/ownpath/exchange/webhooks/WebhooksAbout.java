package org.ownpath.exchange.webhooks;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of what other systems were told about people, by ids. */
@Component
class WebhooksAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of(
                        "exchange.webhook_delivery",
                        "What connected systems were told, by ids only",
                        "student_id = :person"),
                KeptTable.of("exchange.webhook_due", "That there is something to tell them", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_webhook_deliveries(:person) where cast(:account as uuid) is not null";
    }
}
