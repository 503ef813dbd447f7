package org.ownpath.insight;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.ReplayId;

/**
 * The ledger replayed under a proposal, and how far that has come.
 *
 * @param askedAt the ledger is judged as of then, by the rules in force then and by the proposal
 * @param done students who were read
 * @param comparison what came of it, when it is done
 */
public record Replay(
        ReplayId id,
        Proposal proposal,
        Stage stage,
        Instant askedAt,
        long done,
        long total,
        Optional<Comparison> comparison) {

    Replay withoutSmallGroups(int fewest) {
        return new Replay(
                id, proposal, stage, askedAt, done, total, comparison.map(found -> found.withoutSmallGroups(fewest)));
    }

    /** How far a replay has come. */
    public enum Stage {
        /** The ledger is being read. */
        RUNNING,
        /** All of it was read and judged. */
        DONE,
        /** Something went wrong; it can be asked again. */
        FAILED,
        /** Somebody stopped it. */
        CANCELLED
    }
}
