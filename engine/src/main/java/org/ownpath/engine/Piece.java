package org.ownpath.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * One piece of evidence of one student for one competency.
 *
 * @param id the ledger entry; two pieces with one id are the same piece
 * @param observer who saw or rated it
 * @param shownAt when it was shown, which orders evidence; never when it arrived
 * @param recordedAt when it was recorded, which orders pieces that were shown at the same instant
 */
public record Piece(
        UUID id,
        Form form,
        Depth depth,
        Context context,
        Purpose purpose,
        UUID observer,
        Result result,
        Instant shownAt,
        Instant recordedAt) {

    /** By when it was shown, then by when it was recorded, then by id. */
    public static final Comparator<Piece> ORDER = Comparator.comparing(Piece::shownAt)
            .thenComparing(Piece::recordedAt)
            .thenComparing(Piece::id);
}
