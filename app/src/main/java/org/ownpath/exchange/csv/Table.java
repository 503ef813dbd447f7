package org.ownpath.exchange.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ownpath.exchange.Source;
import org.ownpath.shared.Problem;

/** A CSV file with a heading line. Columns are found whatever their case. */
public record Table(String file, Set<String> columns, List<Row> rows) {

    /** One line. */
    public record Row(String file, long line, Map<String, String> values) {

        /** The value, without surrounding space; empty when there is none. */
        public String get(String column) {
            return values.getOrDefault(column.toLowerCase(Locale.ROOT), "").strip();
        }

        /** The value, if there is one. */
        public Optional<String> find(String column) {
            return Optional.of(get(column)).filter(value -> !value.isEmpty());
        }

        /** The values between separators. */
        public List<String> list(String column, String separator) {
            return Arrays.stream(get(column).split(separator, -1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        /** The value, or a problem when there is none. */
        public String need(String column, List<Problem> problems) {
            if (get(column).isEmpty()) {
                problems.add(problem(column, "The column is empty. Give a value."));
            }
            return get(column);
        }

        /** The date, if any; a problem when it is none. */
        public Optional<LocalDate> date(String column, List<Problem> problems) {
            try {
                return find(column).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                problems.add(problem(column, "'" + get(column) + "' is no date. Write it as 2026-09-01."));
                return Optional.empty();
            }
        }

        /** A problem of this row. */
        public Problem problem(String column, String message) {
            return new Problem(file, line, column, message);
        }
    }

    /** Whether the file has all these columns. */
    public boolean has(String... names) {
        return Arrays.stream(names).allMatch(name -> columns.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Adds a problem for each column that is missing; whether all are there, so that its rows can be read. */
    public boolean need(List<Problem> problems, String... names) {
        for (String name : names) {
            if (!has(name)) {
                problems.add(
                        new Problem(file, 1, name, "The column '" + name + "' is missing. Add it to the heading."));
            }
        }
        return has(names);
    }

    /** Reads a file; what is wrong with it goes to the problems. */
    public static Table read(Source source, List<Problem> problems) {
        List<Row> rows = new ArrayList<>();
        return new Table(source.name(), each(source, problems, rows::add), rows);
    }

    /** Reads a file row by row and keeps none; gives its columns. What is wrong with it goes to the problems. */
    public static Set<String> each(Source source, List<Problem> problems, Consumer<Row> reader) {
        try (StreamedTable table = new StreamedTable(source.name(), source.open(), problems)) {
            for (CsvRecord record = table.next(); record != null; record = table.next()) {
                reader.accept(new Row(source.name(), record.getStartingLineNumber(), table.values(record)));
            }
            return table.columns();
        }
    }
}
