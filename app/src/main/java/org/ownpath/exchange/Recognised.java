package org.ownpath.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ownpath.shared.Problem;

/**
 * What a file looks like, from its first bytes or the names inside an archive: one that is brought as something else is told so
 * once, and not column by column.
 *
 * @param kind the kind of import it is for
 * @param as what people call such a file
 */
record Recognised(String kind, String as) {

    private static final int BEGINNING = 8192;
    private static final int MOST_NAMES = 10_000;
    private static final String COURSE = "course";

    private static final Recognised FRAMEWORK = new Recognised("framework", "a CASE package");
    private static final Recognised COMPETENCIES = new Recognised("framework", "a table of competencies");
    private static final Recognised ONE_ROSTER = new Recognised("roster", "a OneRoster archive");
    private static final Recognised PEOPLE = new Recognised("roster", "a table of people");
    private static final Recognised QUESTIONS = new Recognised("questions", "a package of questions");
    private static final Recognised RATINGS = new Recognised("evidence", "a table of evidence");
    private static final Recognised DAYS = new Recognised("attendance", "a table of attendance");
    private static final Recognised PACKAGE = new Recognised(COURSE, "a course package (cmi5)");

    /** Why the file is none of this kind, if it is seen to be another. */
    static Optional<Problem> misplaced(String kind, String name, Path file) {
        byte[] beginning = beginning(file);
        boolean archive = Source.isArchive(beginning);
        Optional<Recognised> seen = archive ? byNames(names(file)) : byText(beginning);
        if (seen.isPresent()) {
            return seen.filter(other -> !other.kind.equals(kind))
                    .map(other -> Problem.ofFile(name, "This is " + other.as + ". " + other.where()));
        }
        return archive && (kind.equals("evidence") || kind.equals("attendance"))
                ? Optional.of(Problem.ofFile(name, "This is an archive. Unpack it and choose the CSV file in it."))
                : Optional.empty();
    }

    private String where() {
        return kind.equals(COURSE)
                ? "Add it as a course, under Courses."
                : "Import it as " + (kind.equals("roster") || kind.equals("framework") ? "a " + kind : kind) + ".";
    }

    private static Optional<Recognised> byNames(Set<String> names) {
        if (names.contains("cmi5.xml")) {
            return Optional.of(PACKAGE);
        }
        if (names.contains("imsmanifest.xml")) {
            return Optional.of(QUESTIONS);
        }
        return names.contains("manifest.csv") || names.containsAll(Set.of("users.csv", "orgs.csv"))
                ? Optional.of(ONE_ROSTER)
                : Optional.empty();
    }

    private static Optional<Recognised> byText(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        if (text.startsWith("{")) {
            return text.contains("\"CFDocument\"") ? Optional.of(FRAMEWORK) : Optional.empty();
        }
        Set<String> columns = Arrays.stream(text.lines().findFirst().orElse("").split(",", -1))
                .map(column -> column.replace('"', ' ').strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (columns.contains("evidence_id")) {
            return Optional.of(RATINGS);
        }
        if (columns.containsAll(Set.of("person_id", "role"))) {
            return Optional.of(PEOPLE);
        }
        if (columns.containsAll(Set.of("student_id", "date", "status"))) {
            return Optional.of(DAYS);
        }
        return columns.contains("code") && (columns.contains("statement") || columns.contains("text"))
                ? Optional.of(COMPETENCIES)
                : Optional.empty();
    }

    private static byte[] beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of an archive's files; of a broken one those that can be read, for whoever reads it says what is broken. */
    private static Set<String> names(Path file) {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
                if (names.size() == MOST_NAMES) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return names;
        }
        return names;
    }
}
