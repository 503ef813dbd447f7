package org.ownpath.access;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** A row of a binary COPY as {@link CopyReading} reads it, field by field in the order of its columns. */
public abstract class CopiedRow {

    /** Signature, flags and the length of an extension that there is none of. */
    private static final int HEADER = 19;

    private static final int NULL = -1;
    private static final long SECONDS_TO_2000 = 946_684_800L;

    private final int fields;
    private boolean begun;
    private ByteBuffer row = ByteBuffer.allocate(0);

    /** A row of so many columns. */
    protected CopiedRow(int fields) {
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

    /** What is left of the row. */
    public final ByteBuffer row() {
        return row;
    }

    /** The next column, a student. */
    public final StudentId student() {
        return new StudentId(uuid());
    }

    /** The next column, a competency. */
    public final CompetencyId competency() {
        return new CompetencyId(uuid());
    }

    /** The next column, an id. */
    public final UUID uuid() {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    /** The next column, an id or nothing. */
    public final @Nullable UUID uuidOrNull() {
        return row.getInt() == NULL ? null : new UUID(row.getLong(), row.getLong());
    }

    /** The next column, a number; not a number where there is none. */
    public final double number() {
        return row.getInt() == NULL ? Double.NaN : row.getDouble();
    }

    /** The next column, a small number. */
    public final short small() {
        row.getInt();
        return row.getShort();
    }

    /** The next column, a moment, in microseconds since 2000 as the database counts. */
    public final long micros() {
        row.getInt();
        return row.getLong();
    }

    /** The next column, a moment. */
    public final Instant moment() {
        return moment(micros());
    }

    /** The moment of so many microseconds since 2000. */
    public static Instant moment(long micros) {
        return Instant.ofEpochSecond(
                SECONDS_TO_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }
}
