package org.ownpath.engine.estimate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reference files that are not part of the repository; tests that want them are skipped without them. */
final class SharedFiles {

    private SharedFiles() {}

    static Path find(String name) {
        Optional<Path> found = folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: no " + name + " in shared/data above here or in OWNPATH_DATA");
        return found.orElseThrow();
    }

    private static Stream<Path> folders() {
        Path here = Path.of("").toAbsolutePath();
        Stream<Path> parents = Stream.iterate(here, path -> path != null, Path::getParent)
                .map(parent -> parent.resolve("shared").resolve("data"));
        return Stream.concat(Optional.ofNullable(System.getenv("OWNPATH_DATA")).map(Path::of).stream(), parents);
    }

    /** Rows of numbers, a header left out. */
    static List<double[]> numbers(String name) {
        Path file = find(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            List<double[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("\"")) {
                    rows.add(Stream.of(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
                }
            }
            return rows;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Answers of a file of whole numbers, from this column on. */
    static AnswerMatrix answers(String name, int firstColumn) {
        List<double[]> rows = numbers(name);
        int items = rows.get(0).length - firstColumn;
        byte[] answers = new byte[rows.size() * items];
        for (int person = 0; person < rows.size(); person++) {
            for (int item = 0; item < items; item++) {
                answers[person * items + item] = (byte) rows.get(person)[firstColumn + item];
            }
        }
        List<String> names = new ArrayList<>();
        for (int item = 1; item <= items; item++) {
            names.add("i" + item);
        }
        return AnswerMatrix.of(names, answers);
    }
}
