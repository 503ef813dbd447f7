package org.ownpath.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Maya's evidence, in days after the first day of school. */
final class Maya {

    static final Instant FIRST_DAY = Instant.parse("2026-08-17T08:00:00Z");
    static final Instant LATER = day(300);
    static final UUID MS_OKAFOR = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    static final UUID MR_LIND = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private Maya() {}

    static Instant day(long day) {
        return FIRST_DAY.plus(day, ChronoUnit.DAYS);
    }

    /** A summative test at the depth of applying in class, seen by Ms Okafor. */
    static Piece rated(double rating, long day) {
        return new Piece(
                UUID.randomUUID(),
                Form.TEST,
                Depth.APPLY,
                Context.CLASS,
                Purpose.SUMMATIVE,
                MS_OKAFOR,
                Result.rated(rating),
                day(day),
                day(day));
    }

    static Piece as(Form form, Piece p) {
        return new Piece(
                p.id(),
                form,
                p.depth(),
                p.context(),
                p.purpose(),
                p.observer(),
                p.result(),
                p.shownAt(),
                p.recordedAt());
    }

    static Piece at(Depth depth, Piece p) {
        return new Piece(
                p.id(),
                p.form(),
                depth,
                p.context(),
                p.purpose(),
                p.observer(),
                p.result(),
                p.shownAt(),
                p.recordedAt());
    }

    static Piece in(Context context, Piece p) {
        return new Piece(
                p.id(),
                p.form(),
                p.depth(),
                context,
                p.purpose(),
                p.observer(),
                p.result(),
                p.shownAt(),
                p.recordedAt());
    }

    static Piece by(UUID observer, Piece p) {
        return new Piece(
                p.id(),
                p.form(),
                p.depth(),
                p.context(),
                p.purpose(),
                observer,
                p.result(),
                p.shownAt(),
                p.recordedAt());
    }

    static Piece with(Result result, Piece p) {
        return new Piece(
                p.id(),
                p.form(),
                p.depth(),
                p.context(),
                p.purpose(),
                p.observer(),
                result,
                p.shownAt(),
                p.recordedAt());
    }

    static Piece formative(Piece p) {
        return new Piece(
                p.id(),
                p.form(),
                p.depth(),
                p.context(),
                Purpose.FORMATIVE,
                p.observer(),
                p.result(),
                p.shownAt(),
                p.recordedAt());
    }

    static Piece recorded(long day, Piece p) {
        return new Piece(
                p.id(), p.form(), p.depth(), p.context(), p.purpose(), p.observer(), p.result(), p.shownAt(), day(day));
    }
}
