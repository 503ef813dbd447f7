package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads the audit trail reads sentences, whatever was done, and finds each by its kind. */
class DeedKindTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A code among the first words of a call that writes to the trail. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\baudit\\((?:[^;]*?)(\"[a-z][a-z_-]*\\.[a-z_-]+\"(?: : \"[a-z_-]+\\.[a-z_-]+\")?)");

    @Test
    void every_deed_that_is_written_down_has_words_and_a_kind() throws IOException {
        Set<String> written = written();
        assertThat(written).hasSizeGreaterThan(100);
        assertThat(written)
                .allSatisfy(code -> assertThat(DeedKind.words(code)).as(code).isNotEqualTo(code))
                .allSatisfy(code -> assertThat(Arrays.stream(DeedKind.values()).filter(kind -> takesIn(kind, code)))
                        .as(code)
                        .hasSize(1));
    }

    private static boolean takesIn(DeedKind kind, String code) {
        return Arrays.stream(kind.patterns()).anyMatch(pattern -> code.startsWith(pattern.replace("%", "")));
    }

    private static Set<String> written() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher call = WRITTEN.matcher(Files.readString(file));
                while (call.find()) {
                    Stream.of(call.group(1).split(" : "))
                            .map(code -> code.replace("\"", ""))
                            .forEach(codes::add);
                }
            }
        }
        return codes;
    }
}
