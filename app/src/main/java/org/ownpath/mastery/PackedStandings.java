package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.ownpath.access.CopiedRow;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How one student stands, as the database packs it: in so little room that many students have it in memory together. */
public final class PackedStandings {

    /** A judgement in {@link #JUDGEMENT_BYTES}: its competency, state, value, pieces and three moments. */
    static final String JUDGEMENT = """
            uuid_send(competency_id) || %s || float8send(coalesce(value, 'NaN')) || int4send(pieces) || %s || %s || %s
            """.formatted(
                    StatesOfStudent.STATE_BYTE, micros("mastered_at"), micros("last_shown_at"), micros("fresh_until"));

    private static final int JUDGEMENT_BYTES = 53;
    private static final int JUDGEMENTS_AT_FIRST = 32;

    private static final long NEVER = Long.MAX_VALUE;

    private final StudentId student;
    private byte[] packed = new byte[JUDGEMENTS_AT_FIRST * JUDGEMENT_BYTES];
    private int length;

    PackedStandings(StudentId student) {
        this.student = student;
    }

    /** Adds the next judgement. */
    void add(ByteBuffer judgement) {
        if (length == packed.length) {
            packed = Arrays.copyOf(packed, length * 3 / 2 / JUDGEMENT_BYTES * JUDGEMENT_BYTES);
        }
        judgement.get(packed, length, JUDGEMENT_BYTES);
        length += JUDGEMENT_BYTES;
    }

    /** How the student stands at this moment in everything there is evidence of. */
    public Map<CompetencyId, Standing> at(Instant now) {
        Map<CompetencyId, Standing> standings = new HashMap<>();
        ByteBuffer judgements = ByteBuffer.wrap(packed, 0, length);
        while (judgements.hasRemaining()) {
            Standing standing = unpacked(student, judgements, now);
            standings.put(standing.competency(), standing);
        }
        return standings;
    }

    /** The student's next judgement, as it holds at a moment. */
    static Standing unpacked(StudentId student, ByteBuffer judgements, Instant now) {
        CompetencyId competency = new CompetencyId(new UUID(judgements.getLong(), judgements.getLong()));
        State state = StatesOfStudent.state(judgements.get());
        double value = judgements.getDouble();
        int pieces = judgements.getInt();
        Optional<Instant> masteredAt = moment(judgements.getLong());
        Optional<Instant> lastShownAt = moment(judgements.getLong());
        Optional<Instant> freshUntil = moment(judgements.getLong());
        boolean old = state == State.MASTERED
                && freshUntil.filter(until -> until.isBefore(now)).isPresent();
        return new Standing(
                student,
                competency,
                old ? State.NEEDS_REFRESH : state,
                Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                pieces,
                masteredAt,
                lastShownAt,
                freshUntil);
    }

    /** As the database sends a moment, in microseconds since 2000: it has no need to reckon for it. */
    private static String micros(String column) {
        return "coalesce(timestamptz_send(" + column + "), int8send(" + NEVER + "))";
    }

    private static Optional<Instant> moment(long micros) {
        return micros == NEVER ? Optional.empty() : Optional.of(CopiedRow.moment(micros));
    }
}
