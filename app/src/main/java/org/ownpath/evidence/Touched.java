package org.ownpath.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ownpath.engine.Piece;
import org.ownpath.shared.StudentId;

/**
 * The pairs that a bulk load touches. For students who had no entry before, it keeps the pieces too, so that nobody has
 * to read back what was written a moment ago; past a limit it forgets them, and they are read from the ledger instead.
 */
final class Touched {

    private static final int MOST_REMEMBERED = 600_000;
    private static final int AT_ONCE = 5000;

    private final Set<StudentId> newcomers;
    private final Map<Showing, List<Piece>> first = new HashMap<>();
    private final Set<Showing> others = new HashSet<>();
    private int remembered;

    Touched(Set<StudentId> newcomers) {
        this.newcomers = newcomers;
    }

    void add(Observation piece, Instant recordedAt, Observation.Rating rating) {
        Showing showing = rating.showing();
        if (!newcomers.contains(rating.student()) || remembered == MOST_REMEMBERED) {
            first.remove(showing);
            others.add(showing);
        } else if (!others.contains(showing)) {
            first.computeIfAbsent(showing, s -> new ArrayList<>(4)).add(piece(piece, recordedAt, rating));
            remembered++;
        }
    }

    int size() {
        return first.size() + others.size();
    }

    /** In chunks: the pairs with all the pieces they have, then, with empty lists, those whose pieces are to be read. */
    void forEachChunk(BiConsumer<Map<Showing, List<Piece>>, Boolean> work) {
        chunks(first, true, work);
        Map<Showing, List<Piece>> unread = new HashMap<>();
        others.forEach(showing -> unread.put(showing, List.of()));
        chunks(unread, false, work);
    }

    private static void chunks(
            Map<Showing, List<Piece>> all, boolean whole, BiConsumer<Map<Showing, List<Piece>>, Boolean> work) {
        Map<Showing, List<Piece>> chunk = new HashMap<>();
        for (Map.Entry<Showing, List<Piece>> entry : all.entrySet()) {
            chunk.put(entry.getKey(), entry.getValue());
            if (chunk.size() == AT_ONCE) {
                work.accept(chunk, whole);
                chunk = new HashMap<>();
            }
        }
        if (!chunk.isEmpty()) {
            work.accept(chunk, whole);
        }
    }

    private static Piece piece(Observation piece, Instant recordedAt, Observation.Rating rating) {
        return new Piece(
                piece.piece().value(),
                piece.nature().form(),
                piece.nature().depth(),
                piece.nature().context(),
                piece.nature().purpose(),
                piece.observer().value(),
                rating.result(),
                piece.shownAt(),
                recordedAt);
    }
}
