package org.ownpath.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Judges one student's evidence for one competency under a rule, as of a moment. The same rule, pieces and moment always
 * give the same judgement, in whatever order the pieces come and however often one is repeated. Withdrawn pieces are
 * left out by the caller.
 */
public final class Judge {

    /** Stands beside every stored judgement; raised whenever the same inputs could be judged differently. */
    public static final String ENGINE_VERSION = "1.0";

    private Judge() {}

    /**
     * The judgement with its reasons. Pieces shown after {@code asOf} are ignored.
     *
     * @throws IllegalArgumentException if two different pieces have one id
     */
    public static Judgement judge(Rule rule, Collection<Piece> pieces, Instant asOf) {
        List<Piece> timeline = timeline(pieces, asOf);
        Replay replay = new Replay(rule, timeline, asOf);
        Tally tally = replay.tally();
        return Judgement.of(new Explanation(
                rule,
                replay.verdict(),
                Considered.under(rule.counting(), timeline, asOf),
                tally.requirements(asOf),
                tally.override().map(piece -> new Explanation.Overruling(piece, tally.fromEvidence()))));
    }

    /** The same outcome as {@link #judge} without its reasons, for bulk work. */
    public static Verdict verdict(Rule rule, List<Piece> pieces, Instant asOf) {
        return new Replay(rule, timeline(pieces, asOf), asOf).verdict();
    }

    static List<Piece> timeline(Collection<Piece> pieces, Instant asOf) {
        Map<UUID, Piece> byId = new HashMap<>(2 * pieces.size()); // large enough not to grow
        List<Piece> timeline = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            Piece same = byId.putIfAbsent(piece.id(), piece);
            if (same == null && !piece.shownAt().isAfter(asOf)) {
                timeline.add(piece);
            } else if (same != null && !same.equals(piece)) {
                throw new IllegalArgumentException("Two different pieces have the id " + piece.id() + ": " + same
                        + " and " + piece + ". Give each its own id, and leave out the one that was replaced.");
            }
        }
        timeline.sort(Piece.ORDER);
        return timeline;
    }
}
