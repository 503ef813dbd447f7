package org.ownpath.mastery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges everything again from the ledger: after a rule was adopted, or when asked. Goes pair by pair in small
 * transactions beside the live system; stopped half-way, it leaves every judgement whole, and can begin again.
 */
@Component
public class Rejudging {

    private static final int CHUNK = 2000;

    private final LedgerReading ledger;
    private final Judging judging;
    private final JudgementRows rows;
    private final TransactionTemplate transaction;

    Rejudging(LedgerReading ledger, Judging judging, JudgementRows rows, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.judging = judging;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Judges every pair of the current district's ledger again; gives how many. */
    public long all(Progress progress) {
        return eachChunk(progress, chunk -> judging.judge(chunk));
    }

    /** As {@link #all}; tells also how many of the judgements that were stored had been others. */
    public Compared compared(Progress progress) {
        long stored = rows.withEvidence();
        AtomicLong equal = new AtomicLong();
        long pairs = eachChunk(progress, chunk -> {
            Set<String> before = rows.said(chunk);
            judging.judge(chunk);
            before.retainAll(rows.said(chunk));
            equal.addAndGet(before.size());
        });
        return new Compared(Math.max(pairs, stored), Math.max(pairs, stored) - equal.get());
    }

    /** How many judgements there are or should be, and how many of them were not what the ledger says. */
    public record Compared(long all, long differing) {

        /** Of no district. */
        public static final Compared NOTHING = new Compared(0, 0);

        /** Of both. */
        public Compared and(Compared other) {
            return new Compared(all + other.all, differing + other.differing);
        }
    }

    private long eachChunk(Progress progress, Consumer<List<Showing>> work) {
        long done = 0;
        Optional<Showing> after = Optional.empty();
        while (true) {
            List<Showing> chunk = ledger.showings(after, CHUNK);
            if (chunk.isEmpty()) {
                return done;
            }
            transaction.executeWithoutResult(status -> work.accept(chunk));
            done += chunk.size();
            progress.at("Judging", done, -1);
            after = Optional.of(chunk.get(chunk.size() - 1));
        }
    }
}
