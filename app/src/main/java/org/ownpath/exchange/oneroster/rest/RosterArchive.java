package org.ownpath.exchange.oneroster.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.exchange.oneroster.OneRosterWriter;
import tools.jackson.databind.JsonNode;

/**
 * What a system answered, as the archive of files that it would have sent: so what comes over the network is checked,
 * compared and taken in exactly as a file is.
 */
final class RosterArchive {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "orgs", List.of("name", "type", "identifier", "parent"),
            "academicSessions", List.of("title", "type", "startDate", "endDate", "parent", "schoolYear"),
            "courses", List.of("title", "courseCode", "org"),
            "classes", List.of("title", "grades", "course", "classCode", "classType", "school", "terms", "subjects"),
            "users",
                    List.of(
                            "enabledUser",
                            "username",
                            "givenName",
                            "familyName",
                            "identifier",
                            "email",
                            "agents",
                            "grades"),
            "roles", List.of("user", "roleType", "role", "beginDate", "endDate", "org"),
            "enrollments", List.of("class", "school", "user", "role", "primary", "beginDate", "endDate"),
            "demographics", OneRosterWriter.DEMOGRAPHICS);

    private final String source;
    private final String mode;
    private final Map<String, List<List<String>>> files = new LinkedHashMap<>();

    RosterArchive(String source, boolean everything) {
        this.source = source;
        this.mode = everything ? "bulk" : "delta";
    }

    /** Adds one row of a resource; a user brings roles along. */
    void add(String resource, JsonNode row) {
        file(resource).add(cells(resource, row));
        if (resource.equals("users")) {
            int number = 0;
            for (JsonNode role : row.path("roles")) {
                List<String> cells = new ArrayList<>();
                cells.add(text(row, "sourcedId") + " role " + ++number);
                cells.add("active");
                cells.add(text(row, "sourcedId"));
                for (String column : List.of("roleType", "role", "beginDate", "endDate", "org")) {
                    cells.add(value(role.path(column)));
                }
                file("roles").add(cells);
            }
        }
    }

    /** The archive with its manifest. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            List<List<String>> manifest = new ArrayList<>(List.of(
                    List.of("manifest.version", "1.0"),
                    List.of("oneroster.version", "1.2"),
                    List.of("source.systemName", source)));
            files.keySet().forEach(file -> manifest.add(List.of("file." + file, mode)));
            write(zip, "manifest", List.of("propertyName", "value"), manifest);
            for (Map.Entry<String, List<List<String>>> file : files.entrySet()) {
                write(zip, file.getKey(), headings(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<List<String>> file(String name) {
        if (name.equals("users")) {
            files.computeIfAbsent("roles", first -> new ArrayList<>());
        }
        return files.computeIfAbsent(name, first -> new ArrayList<>());
    }

    private static List<String> cells(String resource, JsonNode row) {
        List<String> cells = new ArrayList<>(List.of(text(row, "sourcedId"), text(row, "status")));
        for (String column : columns(resource)) {
            cells.add(
                    column.startsWith("metadata.")
                            ? value(row.path("metadata").path(column.substring("metadata.".length())))
                            : value(row.path(column)));
        }
        return cells;
    }

    /** Another row is named by its sourcedId, and several values stand in one cell. */
    private static String value(JsonNode value) {
        if (value.isArray()) {
            return String.join(
                    ",",
                    StreamSupport.stream(value.spliterator(), false)
                            .map(RosterArchive::value)
                            .toList());
        }
        return value.isObject() ? text(value, "sourcedId") : value.asString("");
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }

    private static List<String> columns(String file) {
        return COLUMNS.getOrDefault(file, List.of());
    }

    /** Names of other rows end in SourcedId in the files. */
    private static List<String> headings(String file) {
        List<String> headings = new ArrayList<>(List.of("sourcedId", "status"));
        for (String column : columns(file)) {
            headings.add(
                    switch (column) {
                        case "parent", "org", "course", "school", "user", "class" -> column + "SourcedId";
                        case "agents" -> "agentSourcedIds";
                        case "terms" -> "termSourcedIds";
                        default -> column;
                    });
        }
        return headings;
    }

    private static void write(ZipOutputStream zip, String file, List<String> headings, List<List<String>> rows)
            throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(csv::writeRecord);
        }
        zip.putNextEntry(new ZipEntry(file + ".csv"));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
