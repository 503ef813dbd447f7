package org.ownpath.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.engine.Piece;

/** Must know what was recorded within the transaction that records it, so that both stand or fall together. */
public interface LedgerFollower {

    /**
     * Entries about these students and competencies were added in the current transaction.
     *
     * @param touched never empty
     */
    void recorded(Set<Showing> touched);

    /**
     * Entries were added in the current transaction for pairs that had none when it began; these are all of them, as far
     * as this transaction knows. A follower that finds signs of others reads the ledger instead.
     *
     * @param first never empty; moments have the ledger's precision
     */
    default void began(Map<Showing, List<Piece>> first) {
        recorded(first.keySet());
    }
}
