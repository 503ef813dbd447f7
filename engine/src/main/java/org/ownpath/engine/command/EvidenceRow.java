package org.ownpath.engine.command;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Coded;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;

/** One row of a file of evidence. Rows shown at the same instant are ordered by their lines. */
record EvidenceRow(Path file, NamedCsvRecord row) {

    static final List<String> COLUMNS =
            List.of("learner", "competency", "rating", "form", "depth", "context", "purpose", "observer", "shown_at");

    String learner() {
        return text("learner");
    }

    String competency() {
        return text("competency");
    }

    Piece piece() {
        Instant shown = shownAt();
        return new Piece(
                new UUID(0, row.getStartingLineNumber()),
                word("form", Form::ofCode, Form.values()),
                word("depth", Depth::ofCode, Depth.values()),
                word("context", Context::ofCode, Context.values()),
                word("purpose", Purpose::ofCode, Purpose.values()),
                UUID.nameUUIDFromBytes(text("observer").getBytes(StandardCharsets.UTF_8)),
                result(),
                shown,
                shown);
    }

    private Result result() {
        String rating = text("rating");
        return switch (rating) {
            case "missed" -> Result.missed();
            case "excused" -> Result.excused();
            default -> rated(rating);
        };
    }

    private Result rated(String rating) {
        try {
            return Result.rated(Double.parseDouble(rating));
        } catch (NumberFormatException notANumber) {
            throw refusal("rating", "'" + rating + "' is not a rating. Write a number, missed or excused.", notANumber);
        } catch (IllegalArgumentException outOfRange) {
            throw refusal("rating", String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private Instant shownAt() {
        String shown = text("shown_at");
        try {
            return shown.length() == 10
                    ? LocalDate.parse(shown).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(shown);
        } catch (DateTimeException notATime) {
            String remedy = "Write 2026-09-01 or 2026-09-01T08:00:00Z.";
            throw refusal("shown_at", "'" + shown + "' is not a time. " + remedy, notATime);
        }
    }

    private <E extends Coded> E word(String column, Function<String, Optional<E>> ofCode, E[] known) {
        String code = text(column);
        return ofCode.apply(code)
                .orElseThrow(() -> refusal(
                        column,
                        "'" + code + "' is not known here. Use one of "
                                + Arrays.stream(known).map(Coded::code).toList() + ".",
                        null));
    }

    private String text(String column) {
        String text = row.findField(column).orElse("");
        if (text.isBlank()) {
            throw refusal(column, "Nothing is written here. Fill it in.", null);
        }
        return text.strip();
    }

    private EvidenceRefusal refusal(String column, String problemAndRemedy, @Nullable Throwable cause) {
        EvidenceRefusal refusal = new EvidenceRefusal(file, row.getStartingLineNumber(), column, problemAndRemedy);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
