package org.ownpath.insight;

import org.ownpath.shared.ReplayId;

/** What became of a question. */
public sealed interface Asked {

    /** The ledger is being replayed, or has been if it is small. */
    record Begun(ReplayId replay) implements Asked {}

    /** Nothing was begun, for this reason. */
    record Refused(String reason) implements Asked {}
}
