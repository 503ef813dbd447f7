package org.ownpath.engine;

import java.time.Instant;
import java.util.Optional;

/** The verdict of each timeline of a {@link PackedLedger}, by its number. */
public final class PackedVerdicts {

    static final long NEVER = Long.MIN_VALUE;

    private static final State[] STATES = State.values();

    final byte[] states;
    final double[] values;
    final int[] counts;
    final long[] masteredAt;
    final long[] lastShownAt;
    final long[] freshUntil;
    final int[] missing;

    PackedVerdicts(int timelines) {
        states = new byte[timelines];
        values = new double[timelines];
        counts = new int[timelines];
        masteredAt = new long[timelines];
        lastShownAt = new long[timelines];
        freshUntil = new long[timelines];
        missing = new int[timelines];
    }

    public int size() {
        return states.length;
    }

    public State state(int timeline) {
        return STATES[states[timeline]];
    }

    /** The same as {@link Explanation#showingsMissing} gives. */
    public int showingsMissing(int timeline) {
        return missing[timeline];
    }

    /** The same as {@link Judge#verdict} gives. */
    public Verdict verdict(int timeline) {
        return new Verdict(
                state(timeline),
                Aggregation.present(values[timeline]),
                counts[timeline],
                moment(masteredAt[timeline]),
                moment(lastShownAt[timeline]),
                moment(freshUntil[timeline]));
    }

    private static Optional<Instant> moment(long nanos) {
        return nanos == NEVER
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
    }
}
