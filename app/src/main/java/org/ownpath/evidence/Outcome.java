package org.ownpath.evidence;

import java.util.List;
import org.ownpath.shared.PieceId;

/** What became of a piece that was handed in. */
public sealed interface Outcome {

    /** It is in the ledger and will stay there. */
    record Stored(PieceId piece, int entries) implements Outcome {}

    /** It was in the ledger already, the same in every particular. */
    record AlreadyStored(PieceId piece) implements Outcome {}

    /** Something else is in the ledger under its id, or somebody has replaced the same piece meanwhile. */
    record Conflict(PieceId piece, String reason) implements Outcome {}

    /** It cannot be taken; nothing was stored. Each reason has the value and the remedy. */
    record Refused(List<String> reasons) implements Outcome {}
}
