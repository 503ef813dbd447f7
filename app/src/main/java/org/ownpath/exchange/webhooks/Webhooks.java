package org.ownpath.exchange.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.OutsideCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to webhooks: systems that are told, signed and by ids only, when something happens here. Each message is
 * sent until it arrives, for about four days, and can be sent again by hand.
 */
@Component
public class Webhooks {

    private static final int LONGEST = 500;
    private static final int MOST = 20;
    private static final int SHOWN = 50;

    private final WebhookRows rows;
    private final Happenings happenings;
    private final OutsideCalls calls;
    private final Sealing sealing;
    private final Access access;
    private final Clock clock;

    Webhooks(WebhookRows rows, Happenings happenings, OutsideCalls calls, Sealing sealing, Access access, Clock clock) {
        this.rows = rows;
        this.happenings = happenings;
        this.calls = calls;
        this.sealing = sealing;
        this.access = access;
        this.clock = clock;
    }

    /** Tells a system from now on. The secret with which messages are signed is given once. */
    @Transactional
    public Adding add(Viewer viewer, String wished, Set<WebhookEvent> events) {
        access.require(viewer, Role.ADMINISTRATOR);
        String address = wished.strip();
        Optional<String> problem = problem(address, events);
        if (problem.isPresent()) {
            return new Adding.Refused(problem.get());
        }
        Webhook webhook =
                new Webhook(WebhookId.next(), address, events, clock.instant(), Optional.empty(), Optional.empty(), "");
        String secret = Signature.newSecret();
        rows.insert(viewer, webhook, sealing.seal(secret.getBytes(StandardCharsets.UTF_8), Deliveries.PURPOSE));
        happenings.wishesChanged();
        access.audit(viewer, "webhook.added", address, events.toString());
        return new Adding.Added(webhook.id(), secret);
    }

    /** The systems that are told. */
    public List<Webhook> all(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.all();
    }

    /** One of them. */
    public Optional<Webhook> webhook(Viewer viewer, WebhookId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.find(id);
    }

    /** What it was told last, the newest first. */
    public List<Delivery> deliveries(Viewer viewer, WebhookId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.newest(id, SHOWN);
    }

    /** Sends it a message that tells of nothing, to see whether it arrives. */
    @Transactional
    public void test(Viewer viewer, WebhookId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.find(id).isPresent()) {
            String body = Happenings.body(WebhookEvent.TEST_SENT, clock.instant(), Map.of());
            rows.add(
                    id,
                    new WebhookRows.Telling(
                            "test " + clock.instant(), WebhookEvent.TEST_SENT, null, body, clock.instant()),
                    clock.instant());
        }
    }

    /** Sends one message again. */
    @Transactional
    public void sendAgain(Viewer viewer, WebhookId id, DeliveryId delivery) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.sendAgain(id, delivery, clock.instant())) {
            access.audit(viewer, "webhook.sent-again", delivery.toString(), "");
        }
    }

    /** Begins again with a system that was stopped: what waits is sent now. */
    @Transactional
    public void begin(Viewer viewer, WebhookId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.begin(id, clock.instant());
        access.audit(viewer, "webhook.begun", id.toString(), "");
    }

    /** Tells it nothing more. */
    @Transactional
    public void end(Viewer viewer, WebhookId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.end(id, clock.instant());
        happenings.wishesChanged();
        access.audit(viewer, "webhook.ended", id.toString(), "");
    }

    private Optional<String> problem(String address, Set<WebhookEvent> events) {
        if (events.isEmpty()) {
            return Optional.of("Choose what it is to be told.");
        }
        if (address.length() > LONGEST) {
            return Optional.of("An address has up to " + LONGEST + " characters.");
        }
        return rows.all().size() >= MOST
                ? Optional.of("Up to " + MOST + " systems can be told. End one first.")
                : calls.refusalOfSecrets(address);
    }
}
