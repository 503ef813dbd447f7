package org.ownpath.exchange.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.Counted;
import org.ownpath.shared.Problem;

/** A CSV file with a heading line in UTF-8, read row by row. Columns are found whatever their case. */
final class StreamedTable implements AutoCloseable {

    private final String name;
    private final List<Problem> problems;
    private final Quotes bytes;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private boolean broken;

    StreamedTable(String name, InputStream file, List<Problem> problems, String... needed) {
        this.name = name;
        this.problems = problems;
        this.bytes = new Quotes(file);
        // A decoder of its own refuses what is no UTF-8, where a charset would put question marks.
        this.records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))
                .iterator();
        head(needed);
    }

    /** Counts quotes: an odd number means that one is not closed. */
    private static final class Quotes extends FilterInputStream {
        long seen;

        Quotes(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            int got = super.read(target, from, most);
            for (int i = from; i < from + got; i++) {
                if (target[i] == '"') {
                    seen++;
                }
            }
            return got;
        }
    }

    private void head(String... needed) {
        CsvRecord heading = advance();
        if (heading == null) {
            if (problems.isEmpty()) {
                problems.add(Problem.ofFile(name, "The file is empty. Begin it with a line of column names."));
            }
            broken = true;
            return;
        }
        if (heading.getField(0).replace("\uFEFF", "").strip().matches("[\\[{].*")) {
            problems.add(Problem.ofFile(
                    name,
                    "This file is JSON, not a table. Say what it holds, such as a framework, or choose a CSV file."));
            broken = true;
            return;
        }
        for (int i = 0; i < heading.getFieldCount(); i++) {
            String column = heading.getField(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            columns.putIfAbsent(column, i);
        }
        for (String column : needed) {
            if (!columns.containsKey(column)) {
                problems.add(
                        new Problem(name, 1, column, "The column '" + column + "' is missing. Add it to the heading."));
                broken = true;
            }
        }
    }

    String name() {
        return name;
    }

    /** The columns, in lower case. */
    Set<String> columns() {
        return Set.copyOf(columns.keySet());
    }

    /** The next row; null at the end, or where the file can be read no further. */
    @Nullable
    CsvRecord next() {
        CsvRecord record = broken ? null : advance();
        if (record != null && record.getFieldCount() > columns.size()) {
            problem(
                    record,
                    "",
                    "The row has " + record.getFieldCount() + " values for " + Counted.of(columns.size(), "column")
                            + ". Put values with commas in quotes.");
        }
        return record;
    }

    /** The value without surrounding space; empty when there is none. */
    String get(CsvRecord record, String column) {
        Integer index = columns.get(column);
        return index == null || index >= record.getFieldCount()
                ? ""
                : record.getField(index).strip();
    }

    /** All values by their columns. */
    Map<String, String> values(CsvRecord record) {
        Map<String, String> values = new HashMap<>();
        columns.keySet().forEach(column -> values.put(column, get(record, column)));
        return values;
    }

    void problem(CsvRecord record, String column, String message) {
        problems.add(new Problem(name, record.getStartingLineNumber(), column, message));
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRecord advance() {
        try {
            if (records.hasNext()) {
                return records.next();
            }
            if (bytes.seen % 2 != 0) {
                refuse("A quote is not closed. Look for a value that begins with \" and has no closing one; "
                        + "write a quote inside a value twice.");
            }
        } catch (CsvParseException e) {
            refuse("The file is no valid CSV: " + e.getMessage() + ". Correct the quotes of that row.");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
            refuse("The file is not in UTF-8. Save it as 'CSV UTF-8' and import it again.");
        }
        return null;
    }

    private void refuse(String why) {
        broken = true;
        problems.add(Problem.ofFile(name, why));
    }
}
