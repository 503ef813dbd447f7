package org.ownpath.evidence;

import java.util.Map;

/** Must know what was recorded within the transaction that records it, so that both stand or fall together. */
public interface LedgerFollower {

    /**
     * Entries about these students and competencies were added in the current transaction. Each comes with what the
     * ledger holds of it, as far as this transaction can see; whoever records for the same pair at the same time may not
     * be in it.
     *
     * @param touched never empty
     */
    void recorded(Map<Showing, History> touched);
}
