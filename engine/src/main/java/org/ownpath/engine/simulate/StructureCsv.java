package org.ownpath.engine.simulate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;

/**
 * Reads a knowledge structure from comma-separated values with the columns {@code competency}, {@code level} and
 * {@code prerequisites}. Levels are whole numbers from 0, kindergarten; prerequisites are names of competencies with
 * semicolons between them. Within a level, competencies are taught in the order of the file as far as prerequisites let
 * them.
 */
public final class StructureCsv {

    private record Row(long line, String name, int level, List<String> prerequisites) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Edge<String>> edges = new ArrayList<>();

    private StructureCsv() {}

    /**
     * The reader is closed.
     *
     * @throws StructureFormatException if something is missing, repeated, unknown, circular or of a higher level
     * @throws UncheckedIOException if it cannot be read
     */
    public static KnowledgeStructure read(Reader text) {
        StructureCsv file = new StructureCsv();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            csv.forEach(file::add);
        } catch (CsvParseException e) {
            throw new StructureFormatException("This is not a file of comma-separated values: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.structure();
    }

    private void add(NamedCsvRecord csv) {
        long line = csv.getStartingLineNumber();
        Row row = new Row(line, field(csv, "competency"), level(csv), names(csv.findField("prerequisites")));
        if (row.name().isEmpty() || rows.putIfAbsent(row.name(), row) != null) {
            throw new StructureFormatException(
                    line, "the competency '" + row.name() + "' is empty or repeated. Give each its own name.");
        }
    }

    private static String field(NamedCsvRecord csv, String column) {
        return csv.findField(column)
                .orElseThrow(() -> new StructureFormatException(
                        csv.getStartingLineNumber(),
                        "there is no column '" + column + "'. Use the header competency,level,prerequisites."))
                .strip();
    }

    private static int level(NamedCsvRecord csv) {
        String level = field(csv, "level");
        if (!level.matches("\\d{1,2}")) {
            throw new StructureFormatException(
                    csv.getStartingLineNumber(), "the level '" + level + "' is not a whole number from 0 to 99.");
        }
        return Integer.parseInt(level);
    }

    private static List<String> names(Optional<String> field) {
        return field.stream()
                .flatMap(names -> List.of(names.split(";", -1)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private KnowledgeStructure structure() {
        for (Row row : rows.values()) {
            row.prerequisites().forEach(name -> edges.add(new Edge<>(known(row, name), row.name())));
        }
        List<Row> taught = order().stream()
                .map(name -> row(name))
                .sorted(Comparator.comparingInt(Row::level))
                .toList();
        Map<String, Integer> number = new LinkedHashMap<>();
        taught.forEach(row -> number.put(row.name(), number.size()));
        return KnowledgeStructure.of(
                taught.stream().map(Row::level).toList(),
                edges.stream()
                        .map(edge -> new Edge<>(number(number, edge.before()), number(number, edge.after())))
                        .toList());
    }

    private String known(Row row, String prerequisite) {
        Row before = rows.get(prerequisite);
        if (before == null || before.level() > row.level()) {
            throw new StructureFormatException(
                    row.line(),
                    "the prerequisite '" + prerequisite + "' of '" + row.name()
                            + "' is not in the file or on a higher level. Add it, lower it, or leave it out.");
        }
        return prerequisite;
    }

    private List<String> order() {
        PrerequisiteGraph.Built<String> built = PrerequisiteGraph.build(rows.keySet(), edges);
        if (built instanceof PrerequisiteGraph.Acyclic<String> acyclic) {
            return acyclic.graph().order();
        }
        List<String> path = ((PrerequisiteGraph.Cyclic<String>) built).path();
        throw new StructureFormatException(
                row(path.get(0)).line(),
                "competencies come before themselves: " + String.join(" -> ", path)
                        + ". Remove one of these prerequisites.");
    }

    private Row row(String name) {
        return Optional.ofNullable(rows.get(name)).orElseThrow();
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return Optional.ofNullable(numbers.get(name)).orElseThrow();
    }
}
