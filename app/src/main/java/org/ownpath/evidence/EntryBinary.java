package org.ownpath.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.CopiedRow;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;

/** Reads rows of the ledger from a binary COPY, in the order of {@link #COLUMNS}; the counterpart of {@link EntryCopy}. */
final class EntryBinary extends CopiedRow {

    static final String COLUMNS = """
            student_id, competency_id, piece_id, kind, replaces, form, depth, context, purpose, observer_id, result, rating,
            shown_at, recorded_at""";

    private static final int FIELDS = 14;

    private final Words<Form> forms = new Words<>(Form::ofCode);
    private final Words<Depth> depths = new Words<>(Depth::ofCode);
    private final Words<Context> contexts = new Words<>(Context::ofCode);
    private final Words<Purpose> purposes = new Words<>(Purpose::ofCode);
    private final Words<String> texts = new Words<>(Optional::of);

    EntryBinary() {
        super(FIELDS);
    }

    /** Adds what is left of the row. */
    void addTo(History.Builder history) {
        UUID piece = uuid();
        boolean shown = texts.at(row()).equals("evidence");
        UUID replaces = uuidOrNull();
        if (replaces != null) {
            history.replaced(replaces);
        }
        if (shown) {
            history.shown(new Piece(
                    piece,
                    forms.at(row()),
                    depths.at(row()),
                    contexts.at(row()),
                    purposes.at(row()),
                    uuid(),
                    result(),
                    moment(),
                    moment()));
        } else {
            history.withdrawn();
        }
    }

    private Result result() {
        String result = texts.at(row());
        double rating = number();
        return switch (result) {
            case "rated" -> new Result.Rated(rating);
            case "missed" -> new Result.Missed();
            case "excused" -> new Result.Excused();
            default -> throw new IllegalStateException("Unknown result " + result);
        };
    }

    /** The few words of a column, each read once and found again by its letters. */
    private static final class Words<T> {
        private final List<Word<T>> known = new ArrayList<>();
        private final Function<String, Optional<T>> read;

        private static final class Word<T> {
            private final ByteBuffer letters;
            private final T meaning;

            Word(ByteBuffer letters, T meaning) {
                this.letters = letters;
                this.meaning = meaning;
            }
        }

        Words(Function<String, Optional<T>> read) {
            this.read = read;
        }

        T at(ByteBuffer row) {
            ByteBuffer letters = row.slice(row.position() + Integer.BYTES, row.getInt());
            row.position(row.position() + letters.remaining());
            for (int i = 0; i < known.size(); i++) {
                if (known.get(i).letters.equals(letters)) {
                    return known.get(i).meaning;
                }
            }
            T meaning = read.apply(StandardCharsets.ISO_8859_1
                            .decode(letters.duplicate())
                            .toString())
                    .orElseThrow();
            known.add(new Word<>(letters, meaning));
            return meaning;
        }
    }
}
