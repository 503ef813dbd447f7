package org.ownpath.mastery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
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

    private final Rules rules;
    private final Rejudging rejudging;
    private final Accounts accounts;
    private final JdbcClient database;
    private final Clock clock;
    private final Map<DistrictId, ReentrantLock> working = new ConcurrentHashMap<>();

    CatchingUp(Rules rules, Rejudging rejudging, Accounts accounts, JdbcClient database, Clock clock) {
        this.rules = rules;
        this.rejudging = rejudging;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
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
            Set<UUID> due = due();
            if (due.isEmpty()) {
                return 0;
            }
            long pairs = rejudging.all(Progress.SILENT);
            remember(due);
            LOG.info("Judged {} pairs again under the rules adopted as {}", pairs, due);
            return pairs;
        } finally {
            lock.unlock();
        }
    }

    /** Lets whoever adopted a rule go on meanwhile, and begins when every copy of the app knows it. */
    private void start(DistrictId district) {
        ReentrantLock lock = working.get(district);
        if (lock != null && lock.hasQueuedThreads()) {
            return;
        }
        Thread worker = new Thread(
                () -> DistrictScope.run(district, () -> {
                    waitForOtherCopies();
                    catchUp();
                }),
                "rejudging");
        worker.setDaemon(true);
        worker.start();
    }

    private Set<UUID> due() {
        Instant now = clock.instant();
        Set<UUID> inForce = rules.book().versions().stream()
                .filter(version -> !version.effectiveFrom().isAfter(now))
                .map(RuleVersion::adoption)
                .map(adoption -> adoption.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        database.sql("select adoption_id from mastery.caught_up")
                .query(UUID.class)
                .list()
                .forEach(inForce::remove);
        return inForce;
    }

    private void remember(Set<UUID> adoptions) {
        database.sql("""
                insert into mastery.caught_up (adoption_id, district_id, at)
                select unnest(:adoptions), :district, :now on conflict do nothing""")
                .param("adoptions", adoptions.toArray(UUID[]::new))
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static void waitForOtherCopies() {
        try {
            Thread.sleep(Remembered.GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
