package org.ownpath.mastery;

import java.util.List;
import java.util.Optional;
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
    private final TransactionTemplate transaction;

    Rejudging(LedgerReading ledger, Judging judging, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.judging = judging;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Judges every pair of the current district's ledger again; gives how many. */
    public long all(Progress progress) {
        long done = 0;
        Optional<Showing> after = Optional.empty();
        while (true) {
            List<Showing> chunk = ledger.showings(after, CHUNK);
            if (chunk.isEmpty()) {
                return done;
            }
            transaction.executeWithoutResult(status -> judging.judge(chunk));
            done += chunk.size();
            progress.at("Judging", done, -1);
            after = Optional.of(chunk.get(chunk.size() - 1));
        }
    }
}
