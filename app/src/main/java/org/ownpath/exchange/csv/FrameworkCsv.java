package org.ownpath.exchange.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.Scale;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.Problem;

/** Reads a framework from one or more CSV files, which are known by their headings. */
public final class FrameworkCsv {

    private static final int TITLE_WORDS = 6;

    private final String title;
    private final String subject;
    private final List<Problem> problems = new ArrayList<>();
    private final List<FrameworkDraft.Item> items = new ArrayList<>();
    private final List<FrameworkDraft.Edge> edges = new ArrayList<>();
    private final Map<String, String> codesById = new HashMap<>();

    private FrameworkCsv(String title, String subject) {
        this.title = title;
        this.subject = subject;
    }

    /** Reads the files as one framework. Options: {@code title}, {@code subject}. */
    public static Read<FrameworkDraft> read(List<Source> files, Map<String, String> options) {
        FrameworkCsv reader =
                new FrameworkCsv(option(options, "title", "Framework"), option(options, "subject", "Mathematics"));
        return reader.read(files);
    }

    private static String option(Map<String, String> options, String name, String otherwise) {
        String value = options.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private Read<FrameworkDraft> read(List<Source> files) {
        List<Table> tables = files.stream().map(f -> Table.read(f, problems)).toList();
        List<Table> edgeTables =
                tables.stream().filter(t -> t.has("from_id", "to_id")).toList();
        tables.stream().filter(t -> !edgeTables.contains(t)).forEach(this::readItems);
        edgeTables.forEach(table -> table.rows().forEach(this::readEdge));
        if (problems.isEmpty() && items.isEmpty()) {
            problems.add(Problem.ofFile(
                    files.isEmpty() ? "" : files.get(0).name(), "There is no competency. Add a row for each."));
        }
        return Read.of(
                problems,
                () -> new FrameworkDraft(
                        title,
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Scale.FOUR_POINT,
                        items,
                        edges));
    }

    private void readItems(Table table) {
        if (table.columns().isEmpty()) {
            return;
        }
        boolean coded = table.need(problems, "code");
        boolean stated = table.has("text") || table.need(problems, "statement");
        // Without its column each row would only repeat what the heading lacks.
        if (coded && stated) {
            table.rows().forEach(this::readItem);
        }
    }

    private void readItem(Table.Row row) {
        String code = row.need("code", problems);
        row.find("id").ifPresent(id -> codesById.put(id, code));
        String statement = either(row, "statement", "text");
        FrameworkDraft.Origin origin = new FrameworkDraft.Origin(row.file(), row.line());
        items.add(new FrameworkDraft.Item(
                origin,
                code,
                Optional.of(code),
                row.find("subject").orElse(subject),
                row.find("strand").or(() -> row.find("domain")),
                level(row),
                row.find("title").orElseGet(() -> title(statement, code)),
                statement.isEmpty() ? row.get("title") : statement,
                descriptions(row),
                Optional.empty(),
                true));
        row.list("prerequisites", "[;\\s]+")
                .forEach(before -> edges.add(new FrameworkDraft.Edge(origin, before, code)));
    }

    private OptionalInt level(Table.Row row) {
        String text = either(row, "level", "grade");
        OptionalInt level = GradeLevel.read(text);
        if (level.isEmpty() && !text.isEmpty()) {
            problems.add(row.problem(
                    row.find("level").isPresent() ? "level" : "grade",
                    "'" + text + "' is no level. Write K, 1 to 12, or HS."));
        }
        return level;
    }

    private void readEdge(Table.Row row) {
        String from = codesById.get(row.get("from_id"));
        String to = codesById.get(row.get("to_id"));
        if (from == null || to == null) {
            String column = from == null ? "from_id" : "to_id";
            problems.add(row.problem(
                    column,
                    "No competency has the id '" + row.get(column)
                            + "'. Add it to the file of competencies, or remove this row."));
            return;
        }
        edges.add(new FrameworkDraft.Edge(new FrameworkDraft.Origin(row.file(), row.line()), from, to));
    }

    private static List<String> descriptions(Table.Row row) {
        List<String> all = Stream.of("beginning", "developing", "proficient", "advanced")
                .map(row::get)
                .toList();
        return all.stream().allMatch(String::isEmpty) ? List.of() : all;
    }

    private static String either(Table.Row row, String column, String alias) {
        return row.find(column).orElseGet(() -> row.get(alias));
    }

    private static String title(String statement, String code) {
        String words =
                Arrays.stream(statement.split("\\s+", -1)).limit(TITLE_WORDS).collect(Collectors.joining(" "));
        return words.isBlank() ? code : words.replaceAll("[,.;:]$", "");
    }
}
