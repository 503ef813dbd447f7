package org.ownpath.exchange.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;

/** Reads evidence from a CSV file; rows with the same evidence_id, moment and nature are one piece. */
public final class EvidenceCsv {

    /** The space in which evidence_id names a piece. */
    public static final UUID IMPORT_SPACE = UUID.fromString("6f1d3c4e-7a52-5b0e-9c8d-2f6a1b7e4d30");

    /** A piece, and the row where it begins. */
    public record Piece(String file, long line, Observation observation) {}

    /** What the keys in the file stand for. */
    public record Known(Map<String, StudentId> students, Map<String, CompetencyId> competencies, PersonId observer) {}

    private record Occasion(String id, Instant shownAt, Observation.Nature nature) {}

    private record Begun(Table.Row row, List<Observation.Rating> ratings) {}

    private final Known known;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Occasion, Begun> pieces = new LinkedHashMap<>();

    private EvidenceCsv(Known known) {
        this.known = known;
    }

    /** Reads the file. */
    public static Read<List<Piece>> read(Source file, Known known) {
        EvidenceCsv reader = new EvidenceCsv(known);
        Table table = Table.read(file, reader.problems);
        if (reader.problems.isEmpty()) {
            table.need(reader.problems, "evidence_id", "student_id", "competency", "shown_at", "form", "rating");
        }
        if (reader.problems.isEmpty()) {
            table.rows().forEach(reader::row);
        }
        if (reader.problems.isEmpty() && reader.pieces.isEmpty()) {
            reader.problems.add(Problem.ofFile(file.name(), "There is no evidence. Add a row for each rating."));
        }
        return Read.of(reader.problems, reader::result);
    }

    private void row(Table.Row row) {
        String id = row.need("evidence_id", problems);
        StudentId student = known(row, "student_id", known.students(), "student on the roster");
        CompetencyId competency = known(row, "competency", known.competencies(), "competency of a framework");
        Instant shownAt = shownAt(row);
        Form form = word(row, "form", "", Form::ofCode);
        Depth depth = word(row, "depth", "apply", Depth::ofCode);
        Context context = word(row, "context", "class", Context::ofCode);
        Purpose purpose = word(row, "purpose", "summative", Purpose::ofCode);
        Result result = result(row);
        if (student == null
                || competency == null
                || shownAt == null
                || form == null
                || depth == null
                || context == null
                || purpose == null
                || result == null) {
            return;
        }
        Occasion occasion = new Occasion(id, shownAt, new Observation.Nature(form, depth, context, purpose));
        pieces.computeIfAbsent(occasion, o -> new Begun(row, new ArrayList<>()))
                .ratings()
                .add(new Observation.Rating(student, competency, result));
    }

    private <T> @Nullable T known(Table.Row row, String column, Map<String, T> all, String what) {
        T found = all.get(row.get(column));
        if (found == null) {
            problems.add(row.problem(
                    column, "'" + row.get(column) + "' is no " + what + ". Import it first, or correct the value."));
        }
        return found;
    }

    private <T> @Nullable T word(Table.Row row, String column, String otherwise, Function<String, Optional<T>> read) {
        String code = row.find(column).orElse(otherwise);
        Optional<T> found = read.apply(code);
        if (found.isEmpty()) {
            problems.add(row.problem(column, "'" + code + "' is not a known " + column + ". Correct the value."));
        }
        return found.orElse(null);
    }

    private @Nullable Instant shownAt(Table.Row row) {
        String text = row.get("shown_at");
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            problems.add(row.problem(
                    "shown_at", "'" + text + "' is no moment. Write it as 2026-09-01 or 2026-09-01T10:30:00Z."));
            return null;
        }
    }

    private @Nullable Result result(Table.Row row) {
        String text = row.get("rating");
        try {
            return switch (text) {
                case "missed" -> Result.missed();
                case "excused" -> Result.excused();
                default -> Result.rated(Double.parseDouble(text));
            };
        } catch (IllegalArgumentException e) {
            problems.add(row.problem("rating", "'" + text + "' is no rating. Write a number, missed or excused."));
            return null;
        }
    }

    private List<Piece> result() {
        Map<String, Integer> times = new LinkedHashMap<>();
        List<Piece> result = new ArrayList<>();
        pieces.forEach((occasion, begun) -> {
            int time = times.merge(occasion.id(), 1, Integer::sum);
            String name = time == 1 ? occasion.id() : occasion.id() + "#" + occasion.shownAt() + occasion.nature();
            Table.Row row = begun.row();
            result.add(new Piece(
                    row.file(),
                    row.line(),
                    new Observation(
                            new PieceId(TimeOrdered.named(IMPORT_SPACE, name)),
                            occasion.nature(),
                            known.observer(),
                            occasion.shownAt(),
                            row.find("task"),
                            row.find("note"),
                            List.of(),
                            begun.ratings())));
        });
        return result;
    }
}
