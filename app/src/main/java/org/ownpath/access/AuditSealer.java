package org.ownpath.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ownpath.shared.DistrictId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals entries of the audit trail beside whoever records, so that nobody waits for a chain. */
@Component
class AuditSealer {

    private static final int AT_ONCE = 5000;

    /** How many entries others may write while the transaction of an earlier one is still open. */
    private static final int LATE = 2000;

    /** How long a transaction may go on after its entry. */
    private static final Duration OPEN = Duration.ofMinutes(1);

    private final Map<DistrictId, Instant> lively = new ConcurrentHashMap<>();
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Clock clock;

    AuditSealer(JdbcTemplate batches, PlatformTransactionManager transactions, Accounts accounts, Clock clock) {
        this.database = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.clock = clock;
    }

    /** An entry of this district has been written, and will be there when its transaction commits. */
    void expect(DistrictId district) {
        lively.put(district, clock.instant());
    }

    /** What was left unsealed when the product stopped, or came in by a very long transaction. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 0 * * * *")
    void sealAll() {
        accounts.districts().forEach(district -> DistrictScope.run(district, () -> sealAfter(0)));
    }

    @Scheduled(fixedDelay = 1000)
    void sealLately() {
        Instant over = clock.instant().minus(OPEN);
        lively.forEach((district, last) -> {
            DistrictScope.run(district, this::seal);
            if (last.isBefore(over)) {
                lively.remove(district, last);
            }
        });
    }

    /** Seals what has been written lately in the current district. */
    void seal() {
        long newest = database.sql("select coalesce(max(number), 0) from access.audit")
                .query(Long.class)
                .single();
        sealAfter(newest - LATE);
    }

    private void sealAfter(long number) {
        while (Boolean.TRUE.equals(transaction.execute(status -> sealSome(number)))) {
            // until all are sealed
        }
    }

    private boolean sealSome(long after) {
        if (!alone()) {
            return false; // another copy of the product is at it
        }
        List<AuditEntry> entries =
                database.sql("""
                select a.* from access.audit a where a.number > ? and not exists (
                    select from access.audit_seal s where s.district_id = a.district_id and s.entry_id = a.id)
                order by a.number limit ?""").params(after, AT_ONCE).query(AuditEntry::of).list();
        add(entries);
        return entries.size() == AT_ONCE;
    }

    private boolean alone() {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended('audit ' || ?, 0))")
                .param(DistrictScope.require().toString())
                .query(Boolean.class)
                .single();
    }

    private void add(List<AuditEntry> entries) {
        Seal last = database.sql("select position, hash from access.audit_seal order by position desc limit 1")
                .query((row, n) -> new Seal(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(new Seal(0, AuditEntry.BEFORE_THE_FIRST));
        UUID district = DistrictScope.require().value();
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = new ArrayList<>();
        for (AuditEntry entry : entries) {
            last = new Seal(last.position() + 1, entry.sealedAfter(last.hash()));
            rows.add(new Object[] {district, last.position(), entry.id(), last.hash(), now});
        }
        batches.batchUpdate(
                "insert into access.audit_seal (district_id, position, entry_id, hash, sealed_at)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
    }

    /** The end of a chain. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Seal(long position, byte[] hash) {}
}
