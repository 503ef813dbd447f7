package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * The dates of one student in one competency, without the figures: for outcomes of many students.
 *
 * @param masteredAt when the mastery that stands was reached
 * @param shownAt when it was last shown
 */
public record Milestone(
        StudentId student, CompetencyId competency, Optional<Instant> masteredAt, Optional<Instant> shownAt) {

    /** What {@link #unpack} reads: for each judgement 16 bytes of competency and 8 of each date, 0 for none. */
    static final String PACKED = """
            string_agg(uuid_send(competency_id)
                       || int8send(case when state in ('mastered', 'needs_refresh')
                                   then coalesce((extract(epoch from mastered_at) * 1000000)::bigint, 0) else 0 end)
                       || int8send(coalesce((extract(epoch from last_shown_at) * 1000000)::bigint, 0)), ''::bytea)
            """;

    static void unpack(StudentId student, byte[] packed, Consumer<Milestone> each) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            CompetencyId competency = new CompetencyId(new UUID(bytes.getLong(), bytes.getLong()));
            each.accept(new Milestone(student, competency, moment(bytes.getLong()), moment(bytes.getLong())));
        }
    }

    private static Optional<Instant> moment(long micros) {
        return micros == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
