package org.ownpath.exchange.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Sealing;
import org.ownpath.exchange.Errand;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.OutsideCalls.Answer;
import org.ownpath.shared.DistrictId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, some at once, and tries again later and later what did not arrive. A system that has answered nothing
 * good for five days, or says that it is gone, is sent nothing more until somebody begins it again.
 */
@Component
class Deliveries implements DisposableBean {

    static final String PURPOSE = "webhook";

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 20;
    private static final int THREADS = 4;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int GONE = 410;
    private static final Duration HANDS_OFF = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofDays(5);

    /** After the first try, the second, and so on. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final WebhookRows rows;
    private final Stopping stopping;
    private final OutsideCalls calls;
    private final Sealing sealing;
    private final Clock clock;
    private final Errand errand;
    private final ExecutorService senders = Executors.newFixedThreadPool(THREADS, run -> new Thread(run, "webhooks"));

    Deliveries(
            WebhookRows rows, Stopping stopping, OutsideCalls calls, Sealing sealing, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.stopping = stopping;
        this.calls = calls;
        this.sealing = sealing;
        this.clock = clock;
        this.errand = new Errand("webhooks", accounts, this::send);
    }

    @Override
    public void destroy() {
        errand.close();
        senders.shutdownNow();
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 6000)
    void look() {
        errand.go();
    }

    /** Sends what is due in the current district. */
    void send() {
        DistrictId district = DistrictScope.require();
        List<Delivery> due;
        do {
            due = rows.takeDue(clock.instant(), clock.instant().plus(HANDS_OFF), AT_ONCE);
            List<Callable<Boolean>> work = due.stream()
                    .<Callable<Boolean>>map(delivery -> () -> DistrictScope.within(district, () -> send(delivery)))
                    .toList();
            try {
                senders.invokeAll(work);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        } while (due.size() == AT_ONCE);
    }

    private boolean send(Delivery delivery) {
        try {
            Optional<Webhook> webhook = rows.find(delivery.webhook());
            webhook.ifPresent(to -> settle(to, delivery, calls.make(call(to, delivery), MOST_BYTES)));
            return webhook.isPresent();
        } catch (RuntimeException e) {
            LOG.error("The delivery {} could not be sent, and is tried again", delivery.id(), e);
            return false;
        }
    }

    private OutsideCalls.Call call(Webhook webhook, Delivery delivery) {
        String secret = new String(sealing.open(rows.secret(webhook.id()), PURPOSE), StandardCharsets.UTF_8);
        return new OutsideCalls.Call(
                "POST",
                webhook.address(),
                Signature.headers(secret, delivery.id(), clock.instant(), delivery.body()),
                delivery.body());
    }

    private void settle(Webhook webhook, Delivery delivery, Answer answer) {
        Instant now = clock.instant();
        String words = answer instanceof Answer.Came came
                ? "It answered with status " + came.status()
                : ((Answer.None) answer).why();
        if (answer instanceof Answer.Came came && came.good()) {
            rows.settle(delivery.id(), words, now, true, Optional.empty());
            rows.arrives(webhook.id());
            return;
        }
        Optional<Instant> next =
                delivery.tries() < WAITS.size() ? Optional.of(now.plus(WAITS.get(delivery.tries()))) : Optional.empty();
        rows.settle(delivery.id(), words, now, false, next);
        rows.failing(webhook.id(), now);
        boolean gone = answer instanceof Answer.Came came && came.status() == GONE;
        boolean tooLong = webhook.failingSince()
                .filter(since -> since.plus(LONG).isBefore(now))
                .isPresent();
        if (gone || tooLong) {
            stopping.stop(
                    webhook,
                    gone ? "It says that it is gone for good." : "Nothing has arrived for five days. " + words + ".",
                    now);
        }
    }
}
