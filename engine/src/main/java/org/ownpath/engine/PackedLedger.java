package org.ownpath.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Many timelines, each of one student and one competency, in arrays: 24 bytes for an entry. {@link PackedJudge} replays
 * them without an object for an entry. A timeline is packed in the order in which its pieces were shown.
 */
@SuppressWarnings("EnumOrdinal") // the numbers live in memory only and are never stored
public final class PackedLedger {

    static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2150-01-01T00:00:00Z");

    static final int RATED = 0;
    static final int MISSED = 1;
    static final int EXCUSED = 2;

    /** An entry's words: 4 bits form, 2 depth, 4 context, 1 purpose; then 2 bits result and 6 observer. */
    static final int WORDS = 1 << 11;

    private static final int MOST_OBSERVERS = 63;

    double[] ratings = new double[64];
    long[] shownAt = new long[64];
    int[] codes = new int[64];
    int[] observers = new int[64];
    int[] ends = new int[16];
    private int entries;
    private int timelines;
    private final Map<UUID, Integer> observerNumbers = new HashMap<>();
    private final List<UUID> observerIds = new ArrayList<>();

    /**
     * Adds the pieces of one student for one competency, in any order; repeated pieces count once.
     *
     * @return the timeline's number, from 0
     * @throws IllegalArgumentException if two different pieces have one id, or one was shown before 1700 or after 2149
     */
    public int add(Collection<Piece> pieces) {
        Map<UUID, Integer> local = new HashMap<>();
        for (Piece piece : Judge.timeline(pieces, Instant.MAX)) {
            append(piece, local);
        }
        if (timelines == ends.length) {
            ends = Arrays.copyOf(ends, 2 * timelines);
        }
        ends[timelines] = entries;
        return timelines++;
    }

    private void append(Piece piece, Map<UUID, Integer> local) {
        if (entries == ratings.length) {
            ratings = Arrays.copyOf(ratings, 2 * entries);
            shownAt = Arrays.copyOf(shownAt, 2 * entries);
            codes = Arrays.copyOf(codes, 2 * entries);
            observers = Arrays.copyOf(observers, 2 * entries);
        }
        // More are not told apart: no rule can ask for more than 20 observers.
        int nth = Math.min(MOST_OBSERVERS, local.computeIfAbsent(piece.observer(), id -> local.size()));
        ratings[entries] = piece.result() instanceof Result.Rated rated ? rated.value() : Double.NaN;
        shownAt[entries] = nanos(piece.shownAt());
        codes[entries] = code(piece) | result(piece.result()) << 11 | nth << 13;
        observers[entries] = observerNumbers.computeIfAbsent(piece.observer(), this::number);
        entries++;
    }

    private Integer number(UUID observer) {
        observerIds.add(observer);
        return observerIds.size() - 1;
    }

    private static int code(Piece piece) {
        return code(piece.form(), piece.depth(), piece.context(), piece.purpose());
    }

    static int code(Form form, Depth depth, Context context, Purpose purpose) {
        return form.ordinal() | depth.ordinal() << 4 | context.ordinal() << 6 | purpose.ordinal() << 10;
    }

    private static int result(Result result) {
        return result instanceof Result.Rated ? RATED : result instanceof Result.Missed ? MISSED : EXCUSED;
    }

    static long nanos(Instant moment) {
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    moment + " cannot be packed. Correct it, or judge with Judge, which knows all times.");
        }
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }

    /** How many entries there are. */
    public int entries() {
        return entries;
    }

    /** How many timelines there are. */
    public int timelines() {
        return timelines;
    }

    int start(int timeline) {
        return timeline == 0 ? 0 : ends[timeline - 1];
    }

    List<UUID> observerIds() {
        return observerIds;
    }
}
