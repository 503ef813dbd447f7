package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;

/** How one student stands in every competency, in little room: by the competency's place. */
final class StatesOfStudent {

    /** By the byte that the database packs each into. */
    private static final State[] BY_BYTE = {
        State.NO_EVIDENCE, State.TOO_LITTLE_EVIDENCE, State.NOT_YET, State.MASTERED, State.NEEDS_REFRESH
    };

    /** The state of a judgement as one byte. */
    static final String STATE_BYTE = """
            case state
                when 'no_evidence' then '\\x00'::bytea
                when 'too_little_evidence' then '\\x01'::bytea
                when 'not_yet' then '\\x02'::bytea
                when 'mastered' then '\\x03'::bytea
                when 'needs_refresh' then '\\x04'::bytea end""";

    /** What {@link #unpacked} reads: for each judgement 16 bytes of competency, one of state and 8 of freshness. */
    static final String PACKED = """
            string_agg(uuid_send(competency_id) || %s
                       || int8send(coalesce((extract(epoch from fresh_until) * 1000000)::bigint, 9223372036854775807)),
                       ''::bytea)
            """.formatted(STATE_BYTE);

    private final long changes;
    private final byte[] states;
    private final long[] freshUntilMicros;

    private StatesOfStudent(long changes, byte[] states, long[] freshUntilMicros) {
        this.changes = changes;
        this.states = states;
        this.freshUntilMicros = freshUntilMicros;
    }

    /** Reads what the database packed at some count of changes. */
    static StatesOfStudent unpacked(long changes, byte[] packed, Places places) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte[] states = {};
        long[] freshUntil = {};
        while (bytes.hasRemaining()) {
            int place = places.make(new CompetencyId(new UUID(bytes.getLong(), bytes.getLong())));
            if (place >= states.length) {
                states = Arrays.copyOf(states, place + 64);
                freshUntil = Arrays.copyOf(freshUntil, place + 64);
            }
            states[place] = bytes.get();
            freshUntil[place] = bytes.getLong();
        }
        return new StatesOfStudent(changes, states, freshUntil);
    }

    /** What {@link #STATE_BYTE} means. */
    static State state(byte packed) {
        return BY_BYTE[packed];
    }

    /** The count of changes that these states belong to. */
    long changes() {
        return changes;
    }

    /** The states at these places, in their order. */
    List<State> at(int[] places, long nowMicros) {
        State[] row = new State[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = at(places[i], nowMicros);
        }
        return List.of(row);
    }

    /** The state at a place, which may be -1; mastery whose time of freshness is over needs a refresh. */
    State at(int place, long nowMicros) {
        if (place < 0 || place >= states.length) {
            return State.NO_EVIDENCE;
        }
        State state = state(states[place]);
        return state == State.MASTERED && freshUntilMicros[place] < nowMicros ? State.NEEDS_REFRESH : state;
    }
}
