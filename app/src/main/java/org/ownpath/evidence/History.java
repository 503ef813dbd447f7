package org.ownpath.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ownpath.engine.Piece;
import org.ownpath.shared.PieceId;

/**
 * What the ledger holds of one student and one competency.
 *
 * @param entries how many entries, also those that replace others or were replaced; it only ever grows
 * @param added how many of them the current transaction has added
 * @param standing the pieces that stand, in no order; moments have the ledger's precision
 */
public record History(int entries, int added, List<Piece> standing) {

    /** Of a pair that nothing was recorded of. */
    public static final History NONE = new History(0, 0, List.of());

    /** Keeps its own copy of the pieces. */
    public History {
        standing = List.copyOf(standing);
    }

    /** Of a pair whose entries were all added now and all stand. */
    static History begunWith(List<Piece> pieces) {
        return new History(pieces.size(), pieces.size(), pieces);
    }

    /** When some of its entries were added in the current transaction. */
    History ofWhichAdded(int now) {
        return new History(entries, now, standing);
    }

    /** After one more entry, which may take back a piece, add one, or both. */
    History after(Optional<PieceId> takenBack, Optional<Piece> shown) {
        Stream<Piece> left = standing.stream()
                .filter(piece ->
                        takenBack.filter(t -> t.value().equals(piece.id())).isEmpty());
        return new History(
                entries + 1, added + 1, Stream.concat(left, shown.stream()).toList());
    }

    /**
     * The moment at which it is judged: now; or, where a piece was recorded by a clock that is ahead of ours, when that
     * piece was shown. So none is left out for want of anybody who would judge again a little later.
     */
    public Instant judgedAt(Instant now) {
        return Stream.concat(Stream.of(now), standing.stream().map(Piece::shownAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Takes entries in any order. */
    static final class Builder {
        private final List<Piece> shown = new ArrayList<>();
        private final Set<UUID> replaced = new HashSet<>();
        private int withdrawals;

        void shown(Piece piece) {
            shown.add(piece);
        }

        void replaced(UUID piece) {
            replaced.add(piece);
        }

        void withdrawn() {
            withdrawals++;
        }

        History build() {
            int entries = shown.size() + withdrawals;
            shown.removeIf(piece -> replaced.contains(piece.id()));
            return new History(entries, 0, shown);
        }
    }
}
