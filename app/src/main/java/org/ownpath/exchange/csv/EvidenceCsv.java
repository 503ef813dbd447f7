package org.ownpath.exchange.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.engine.Coded;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Observation;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.StudentId;

/**
 * Reads evidence from a CSV file row by row; rows with the same evidence_id are one piece, which is one occasion. Holds no
 * more of the file than a hash of each row.
 */
public final class EvidenceCsv implements AutoCloseable {

    /** The space in which evidence_id names a piece. */
    public static final UUID IMPORT_SPACE = UUID.fromString("6f1d3c4e-7a52-5b0e-9c8d-2f6a1b7e4d30");

    private static final String EMPTY = "The column is empty. Give a value.";
    private static final String[] NEEDED = {"evidence_id", "student_id", "competency", "shown_at", "form", "rating"};

    private final StreamedTable table;
    private final Known known;
    private final List<Problem> problems;
    private final EvidenceCells cells = new EvidenceCells();
    private final Seen occasions = new Seen();
    private final Seen ratings = new Seen();

    /** What the keys in the file stand for. */
    public record Known(Map<String, StudentId> students, Map<String, CompetencyId> competencies, PersonId observer) {}

    /** A row of the file: the part of a piece that it tells, or nothing when it has a problem. */
    public record Line(String file, long row, Optional<Observation> observation) {}

    /** Opens the file; what is wrong with it goes to the problems, now and with each line. */
    public EvidenceCsv(String name, Path file, Known known, List<Problem> problems) {
        this.known = known;
        this.problems = problems;
        this.table = new StreamedTable(name, open(file), problems, NEEDED);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line; null at the end of the file. */
    public @Nullable Line next() {
        CsvRecord record = table.next();
        return record == null
                ? null
                : new Line(table.name(), record.getStartingLineNumber(), Optional.ofNullable(observation(record)));
    }

    @Override
    public void close() {
        table.close();
    }

    private @Nullable Observation observation(CsvRecord record) {
        int before = problems.size();
        String id = table.get(record, "evidence_id");
        if (id.isEmpty()) {
            table.problem(record, "evidence_id", "The column is empty. Give each occasion an id of its own.");
        }
        StudentId student = known(record, "student_id", known.students()::get, "student on the roster");
        CompetencyId competency = known(record, "competency", known.competencies()::get, "competency of a framework");
        Instant shownAt = cells.moment(table.get(record, "shown_at"));
        if (shownAt == null) {
            table.problem(
                    record,
                    "shown_at",
                    "'" + table.get(record, "shown_at")
                            + "' is no moment. Write it as 2026-09-01 or 2026-09-01T10:30:00Z.");
        }
        Result result = cells.result(table.get(record, "rating"));
        if (result == null) {
            table.problem(
                    record,
                    "rating",
                    "'" + table.get(record, "rating") + "' is no rating. Write a number, missed or excused.");
        }
        Observation.Nature nature = nature(record);
        if (id.isEmpty()
                || student == null
                || competency == null
                || shownAt == null
                || result == null
                || nature == null
                || problems.size() > before) {
            return null;
        }
        Observation piece = new Observation(
                cells.piece(id),
                nature,
                known.observer(),
                shownAt,
                text(record, "task"),
                text(record, "note"),
                List.of(),
                List.of(new Observation.Rating(student, competency, result)));
        return agrees(record, id, piece) ? piece : null;
    }

    private Observation.@Nullable Nature nature(CsvRecord record) {
        Form form = word(new Cell(record, "form", ""), cells::form, Form.values());
        Depth depth = word(new Cell(record, "depth", "apply"), cells::depth, Depth.values());
        Context context = word(new Cell(record, "context", "class"), cells::context, Context.values());
        Purpose purpose = word(new Cell(record, "purpose", "summative"), cells::purpose, Purpose.values());
        return form == null || depth == null || context == null || purpose == null
                ? null
                : new Observation.Nature(form, depth, context, purpose);
    }

    private <T> @Nullable T known(CsvRecord record, String column, Function<String, @Nullable T> find, String what) {
        String key = table.get(record, column);
        T found = find.apply(key);
        if (found == null) {
            table.problem(
                    record,
                    column,
                    key.isEmpty() ? EMPTY : "'" + key + "' is no " + what + ". Import it first, or correct the value.");
        }
        return found;
    }

    /** A value that is one of few words, and which of them an empty one means. */
    private record Cell(CsvRecord record, String column, String otherwise) {}

    private <T extends Coded> @Nullable T word(Cell cell, Function<String, @Nullable T> read, T[] words) {
        String told = table.get(cell.record(), cell.column());
        String code = told.isEmpty() ? cell.otherwise() : told;
        T found = read.apply(code);
        if (found == null) {
            String known = Arrays.stream(words).map(Coded::code).collect(Collectors.joining(", "));
            table.problem(
                    cell.record(),
                    cell.column(),
                    (code.isEmpty() ? "The column is empty." : "'" + code + "' is no " + cell.column() + ".")
                            + " Write one of: " + known + ".");
        }
        return found;
    }

    private Optional<String> text(CsvRecord record, String column) {
        String text = table.get(record, column);
        if (text.indexOf('\0') >= 0) {
            table.problem(record, column, "The text has a character with code 0 in it. Remove it.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether the row fits to those before it that have the same id. */
    private boolean agrees(CsvRecord record, String id, Observation piece) {
        PieceId named = piece.piece();
        long key =
                Seen.mix(named.value().getMostSignificantBits(), named.value().getLeastSignificantBits());
        long occasion = occasion(piece);
        long first = occasions.putIfAbsent(key, occasion);
        if (first != 0 && first != occasion) {
            table.problem(
                    record,
                    "evidence_id",
                    "'" + id + "' stands above with another moment, form, depth, context, purpose, task or note. "
                            + "Give each occasion an id of its own, or make the rows agree.");
            return false;
        }
        Observation.Rating rating = piece.ratings().get(0);
        long student = rating.student().value().getMostSignificantBits();
        long pair = Seen.mix(
                Seen.mix(student, rating.student().value().getLeastSignificantBits()),
                Seen.mix(
                        rating.competency().value().getMostSignificantBits(),
                        rating.competency().value().getLeastSignificantBits()));
        long twin = ratings.putIfAbsent(Seen.mix(key, pair), record.getStartingLineNumber());
        if (twin != 0) {
            table.problem(
                    record,
                    "evidence_id",
                    "'" + id + "' rates this student in this competency in row " + twin
                            + " already. Keep one of the two rows, or give this one an id of its own.");
        }
        return twin == 0;
    }

    private static long occasion(Observation piece) {
        Observation.Nature nature = piece.nature();
        String kind = nature.form().code()
                + ' '
                + nature.depth().code()
                + ' '
                + nature.context().code()
                + ' '
                + nature.purpose().code();
        long texts = Seen.mix(hash(piece.task().orElse("")), hash(piece.note().orElse("")));
        long hash = Seen.mix(Seen.mix(hash(piece.shownAt().toString()), hash(kind)), texts);
        return hash == 0 ? 1 : hash;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001B3L ^ text.charAt(i);
        }
        return hash;
    }
}
