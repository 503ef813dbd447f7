package org.ownpath.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Remembered;
import org.ownpath.policy.RuleAdopted;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Judges a district again when rules have taken effect under which it has not been judged yet: at once when one was
 * adopted, and otherwise when its day comes. Cut off half-way, it is still due, and begins again.
 */
@Component
class CatchingUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Rules rules;
    private final Rejudging rejudging;
    private final Accounts accounts;
    private final JdbcClient database;
    private final TakingEffect effect;
    private final Map<DistrictId, ReentrantLock> working = new ConcurrentHashMap<>();

    CatchingUp(Rules rules, Rejudging rejudging, Accounts accounts, JdbcClient database, TakingEffect effect) {
        this.rules = rules;
        this.rejudging = rejudging;
        this.accounts = accounts;
        this.database = database;
        this.effect = effect;
    }

    @TransactionalEventListener
    void ruleAdopted(RuleAdopted adopted) {
        start(adopted.district());
    }

    /** Also finds what was due while no copy of the app was running. */
    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (DistrictId district : accounts.districts()) {
            if (DistrictScope.within(district, () -> !due().isEmpty())) {
                start(district);
            }
        }
    }

    /** Judges the current district again if anything is due; gives how many pairs were judged. */
    long catchUp() {
        ReentrantLock lock = working.computeIfAbsent(DistrictScope.require(), district -> new ReentrantLock());
        lock.lock();
        try {
            List<RuleVersion> due = due();
            if (due.isEmpty()) {
                return 0;
            }
            effect.begin(due);
            waitForThoseWhoRecord();
            long pairs = rejudging.all(Progress.SILENT);
            effect.settle(due);
            LOG.info(
                    "Judged {} pairs again under {}",
                    pairs,
                    due.stream().map(RuleVersion::title).toList());
            return pairs;
        } finally {
            lock.unlock();
        }
    }

    /** Lets whoever adopted a rule go on meanwhile, and judges again when every copy of the app knows it. */
    private void start(DistrictId district) {
        ReentrantLock lock = working.get(district);
        if (lock != null && lock.hasQueuedThreads()) {
            return;
        }
        Thread worker = new Thread(
                () -> DistrictScope.run(district, () -> {
                    effect.begin(due());
                    pause(Remembered.GRACE);
                    catchUp();
                }),
                "rejudging");
        worker.setDaemon(true);
        worker.start();
    }

    private List<RuleVersion> due() {
        Instant now = effect.moment();
        Set<UUID> settled = effect.settled();
        return rules.book().versions().stream()
                .filter(version -> !version.effectiveFrom().isAfter(now))
                .filter(version -> !settled.contains(version.adoption().id().value()))
                .toList();
    }

    /**
     * Whoever is in the middle of recording may have judged by the rules before, where nobody can see it yet: their
     * transactions have a number by then, since what was recorded is written before it is judged.
     */
    private void waitForThoseWhoRecord() {
        String next = database.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        while (database.sql("select pg_snapshot_xmin(pg_current_snapshot()) < ?::xid8")
                .param(next)
                .query(Boolean.class)
                .single()) {
            pause(BETWEEN_LOOKS);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
