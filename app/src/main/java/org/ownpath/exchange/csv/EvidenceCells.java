package org.ownpath.exchange.csv;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.shared.PieceId;

/** Turns the cells of an evidence file into values. The same few values come again and again, so they are kept. */
final class EvidenceCells {

    private static final int MOST_KEPT = 10_000;

    private final NameBasedGenerator names = Generators.nameBasedGenerator(EvidenceCsv.IMPORT_SPACE);
    private final Kept<Instant> moments = new Kept<>(EvidenceCells::parseMoment);
    private final Kept<Result> results = new Kept<>(EvidenceCells::parseResult);
    private final Kept<Form> forms = new Kept<>(Form::ofCode);
    private final Kept<Depth> depths = new Kept<>(Depth::ofCode);
    private final Kept<Context> contexts = new Kept<>(Context::ofCode);
    private final Kept<Purpose> purposes = new Kept<>(Purpose::ofCode);

    /** The values of a column that were met lately. */
    private static final class Kept<T> {
        private final Map<String, T> known = new HashMap<>();
        private final Function<String, Optional<T>> read;

        Kept(Function<String, Optional<T>> read) {
            this.read = read;
        }

        @Nullable
        T get(String text) {
            T value = known.get(text);
            if (value == null) {
                value = read.apply(text).orElse(null);
                if (value != null) {
                    if (known.size() == MOST_KEPT) {
                        known.clear();
                    }
                    known.put(text, value);
                }
            }
            return value;
        }
    }

    PieceId piece(String evidenceId) {
        UUID named = names.generate(evidenceId.getBytes(StandardCharsets.UTF_8));
        return new PieceId(named);
    }

    @Nullable
    Instant moment(String text) {
        return moments.get(text);
    }

    @Nullable
    Result result(String text) {
        return results.get(text);
    }

    @Nullable
    Form form(String code) {
        return forms.get(code);
    }

    @Nullable
    Depth depth(String code) {
        return depths.get(code);
    }

    @Nullable
    Context context(String code) {
        return contexts.get(code);
    }

    @Nullable
    Purpose purpose(String code) {
        return purposes.get(code);
    }

    /** A day without a time is its beginning by the school's clock. */
    private static Optional<Instant> parseMoment(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? SchoolTime.start(LocalDate.parse(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Result> parseResult(String text) {
        try {
            return Optional.of(
                    switch (text) {
                        case "missed" -> Result.missed();
                        case "excused" -> Result.excused();
                        default -> Result.rated(Double.parseDouble(text));
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
