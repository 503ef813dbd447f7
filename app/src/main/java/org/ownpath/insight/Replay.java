package org.ownpath.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.ReplayId;

/**
 * The ledger replayed under a proposal, and how far that has come.
 *
 * @param askedAt the ledger is judged as of then, by the rules in force then and by the proposal
 * @param done students who were read
 * @param comparison what came of judging by other rules, when it is done
 * @param foretold what other answers to settings would change, when it is done
 */
public record Replay(
        ReplayId id,
        Proposal proposal,
        Stage stage,
        Instant askedAt,
        long done,
        long total,
        Optional<Comparison> comparison,
        List<Foresight> foretold) {

    /** Keeps its own copy of what was foretold. */
    public Replay {
        foretold = List.copyOf(foretold);
    }

    /** Whether a rule of mastery is drafted, so that standings were judged twice. */
    public boolean judges() {
        return !proposal.choices().rules().isEmpty();
    }

    Replay withoutSmallGroups(int fewest) {
        return new Replay(
                id,
                proposal,
                stage,
                askedAt,
                done,
                total,
                comparison.map(found -> found.withoutSmallGroups(fewest)),
                foretold.stream().map(found -> found.withoutSmallGroups(fewest)).toList());
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
