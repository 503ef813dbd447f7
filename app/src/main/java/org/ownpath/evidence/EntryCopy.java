package org.ownpath.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.postgresql.copy.CopyIn;

/** Writes entries into a binary COPY through one buffer: PostgreSQL reads UUIDs and moments without parsing text. */
final class EntryCopy {

    static final String SQL = """
            copy evidence.entry (district_id, student_id, competency_id, piece_id, edition_id, observer_id, recorded_by,
                shown_at, recorded_at, rating, kind, form, depth, context, purpose, result, task, note)
            from stdin (format binary)""";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int COLUMNS = 18;
    private static final int ROOM = 256 * 1024;
    /** More than a row takes without its texts. */
    private static final int FIXED = 512;

    private static final long SECONDS_TO_2000 = 946_684_800L;

    private final CopyIn copy;
    private final Viewer viewer;
    private final Curriculum curriculum;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    EntryCopy(CopyIn copy, Viewer viewer, Curriculum curriculum) {
        this.copy = copy;
        this.viewer = viewer;
        this.curriculum = curriculum;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Adds a row for a rating of a piece. */
    void add(Observation piece, Instant recordedAt, Observation.Rating rating) throws SQLException {
        makeRoom(FIXED);
        buffer.putShort((short) COLUMNS);
        uuid(viewer.district().value());
        uuid(rating.student().value());
        uuid(rating.competency().value());
        uuid(piece.piece().value());
        uuid(curriculum.editionOf(rating.competency()).value());
        uuid(piece.observer().value());
        uuid(viewer.account().value());
        moment(piece.shownAt());
        moment(recordedAt);
        number(LedgerRows.rating(rating.result(), false));
        word("evidence");
        word(piece.nature().form().code());
        word(piece.nature().depth().code());
        word(piece.nature().context().code());
        word(piece.nature().purpose().code());
        word(LedgerRows.result(rating.result()));
        text(piece.task());
        text(piece.note());
    }

    /** Sends what is left; the copy itself is ended by whoever began it. */
    void end() throws SQLException {
        makeRoom(2);
        buffer.putShort((short) -1);
        send();
    }

    private void uuid(UUID value) {
        buffer.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private void moment(Instant at) {
        buffer.putInt(8).putLong((at.getEpochSecond() - SECONDS_TO_2000) * 1_000_000 + at.getNano() / 1000);
    }

    private void number(@Nullable Double value) {
        if (value == null) {
            buffer.putInt(-1);
        } else {
            buffer.putInt(8).putDouble(value);
        }
    }

    private void word(String ascii) {
        buffer.putInt(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer.put((byte) ascii.charAt(i));
        }
    }

    private void text(Optional<String> text) throws SQLException {
        if (text.isEmpty()) {
            makeRoom(4);
            buffer.putInt(-1);
            return;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        makeRoom(4);
        buffer.putInt(bytes.length);
        if (bytes.length > ROOM) {
            send();
            copy.writeToCopy(bytes, 0, bytes.length);
        } else {
            makeRoom(bytes.length);
            buffer.put(bytes);
        }
    }

    private void makeRoom(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
