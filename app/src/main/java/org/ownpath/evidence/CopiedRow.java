package org.ownpath.evidence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** Reads the rows of a binary COPY, message by message and field by field. */
class CopiedRow {

    /** Signature, flags and the length of an extension that there is none of. */
    private static final int HEADER = 19;

    private static final int NULL = -1;
    private static final long SECONDS_TO_2000 = 946_684_800L;

    private final int fields;
    private boolean begun;
    private ByteBuffer row = ByteBuffer.allocate(0);

    CopiedRow(int fields) {
        this.fields = fields;
    }

    /** Takes the next message of the copy; false when it holds no row, but the end. */
    final boolean take(byte[] message) {
        row = ByteBuffer.wrap(message);
        if (!begun) {
            row.position(HEADER);
            begun = true;
        }
        return row.getShort() == fields;
    }

    final ByteBuffer row() {
        return row;
    }

    final StudentId student() {
        return new StudentId(uuid());
    }

    final CompetencyId competency() {
        return new CompetencyId(uuid());
    }

    final UUID uuid() {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    final @Nullable UUID uuidOrNull() {
        return row.getInt() == NULL ? null : new UUID(row.getLong(), row.getLong());
    }

    /** Not a number where there is none. */
    final double number() {
        return row.getInt() == NULL ? Double.NaN : row.getDouble();
    }

    final short small() {
        row.getInt();
        return row.getShort();
    }

    /** In microseconds since 2000, as the database counts. */
    final long micros() {
        row.getInt();
        return row.getLong();
    }

    final Instant moment() {
        return moment(micros());
    }

    static Instant moment(long micros) {
        return Instant.ofEpochSecond(
                SECONDS_TO_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }
}
