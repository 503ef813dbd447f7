package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How one student stands, in one value of the database: in so little room that many students have it in memory together. */
public final class PackedStandings {

    /** What {@link #unpack} reads: for each judgement its competency, state, value, pieces and three moments. */
    static final String PACKED = """
            string_agg(uuid_send(competency_id) || %s || float8send(coalesce(value, 'NaN')) || int4send(pieces)
                       || %s || %s || %s, ''::bytea)
            """.formatted(
                    StatesOfStudent.STATE_BYTE, micros("mastered_at"), micros("last_shown_at"), micros("fresh_until"));

    private static final long NEVER = Long.MAX_VALUE;
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private final StudentId student;
    private final byte[] packed;

    PackedStandings(StudentId student, byte[] packed) {
        this.student = student;
        this.packed = packed;
    }

    /** How the student stands at this moment in everything there is evidence of. */
    public Map<CompetencyId, Standing> at(Instant now) {
        Map<CompetencyId, Standing> standings = new HashMap<>();
        unpack(student, packed, now, standing -> standings.put(standing.competency(), standing));
        return standings;
    }

    static void unpack(StudentId student, byte[] packed, Instant now, Consumer<Standing> each) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            CompetencyId competency = new CompetencyId(new UUID(bytes.getLong(), bytes.getLong()));
            State state = StatesOfStudent.state(bytes.get());
            double value = bytes.getDouble();
            int pieces = bytes.getInt();
            Optional<Instant> masteredAt = moment(bytes.getLong());
            Optional<Instant> lastShownAt = moment(bytes.getLong());
            Optional<Instant> freshUntil = moment(bytes.getLong());
            boolean old = state == State.MASTERED
                    && freshUntil.filter(until -> until.isBefore(now)).isPresent();
            each.accept(new Standing(
                    student,
                    competency,
                    old ? State.NEEDS_REFRESH : state,
                    Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    pieces,
                    masteredAt,
                    lastShownAt,
                    freshUntil));
        }
    }

    /** As the database sends a moment, in microseconds since 2000: it has no need to reckon for it. */
    private static String micros(String column) {
        return "coalesce(timestamptz_send(" + column + "), int8send(" + NEVER + "))";
    }

    private static Optional<Instant> moment(long micros) {
        return micros == NEVER ? Optional.empty() : Optional.of(YEAR_2000.plus(micros, ChronoUnit.MICROS));
    }
}
