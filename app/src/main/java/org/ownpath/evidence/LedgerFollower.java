package org.ownpath.evidence;

import java.util.Set;

/** Must know what was recorded within the transaction that records it, so that both stand or fall together. */
public interface LedgerFollower {

    /**
     * Entries about these students and competencies were added in the current transaction.
     *
     * @param touched never empty
     */
    void recorded(Set<Showing> touched);
}
