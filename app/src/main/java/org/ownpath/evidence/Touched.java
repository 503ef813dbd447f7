package org.ownpath.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Map<Showing, Integer> others = new HashMap<>();
    private int remembered;

    Touched(Set<StudentId> newcomers) {
        this.newcomers = newcomers;
    }

    void add(Observation piece, Instant recordedAt, Observation.Rating rating) {
        Showing showing = rating.showing();
        if (newcomers.contains(rating.student()) && remembered < MOST_REMEMBERED && !others.containsKey(showing)) {
            first.computeIfAbsent(showing, s -> new ArrayList<>(4)).add(piece.judgedBy(rating, recordedAt));
            remembered++;
        } else {
            List<Piece> forgotten = first.remove(showing);
            others.merge(showing, forgotten == null ? 1 : forgotten.size() + 1, Integer::sum);
        }
    }

    int size() {
        return first.size() + others.size();
    }

    /** What the ledger holds of each pair, in chunks: from memory where possible, else read. */
    void forEachChunk(LedgerReading reading, Consumer<Map<Showing, History>> work) {
        chunks(first, chunk -> {
            Map<Showing, History> histories = new HashMap<>();
            chunk.forEach((showing, pieces) -> histories.put(showing, History.begunWith(pieces)));
            work.accept(histories);
        });
        chunks(others, chunk -> {
            Map<Showing, History> histories = reading.histories(chunk.keySet());
            histories.replaceAll((showing, history) -> history.ofWhichAdded(chunk.getOrDefault(showing, 0)));
            work.accept(histories);
        });
    }

    private static <T> void chunks(Map<Showing, T> all, Consumer<Map<Showing, T>> work) {
        Map<Showing, T> chunk = new HashMap<>();
        for (Map.Entry<Showing, T> entry : all.entrySet()) {
            chunk.put(entry.getKey(), entry.getValue());
            if (chunk.size() == AT_ONCE) {
                work.accept(chunk);
                chunk = new HashMap<>();
            }
        }
        if (!chunk.isEmpty()) {
            work.accept(chunk);
        }
    }
}
