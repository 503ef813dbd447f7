package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of docs/engine whose code blocks stand word for word in a test and whose outputs that test prints. */
public final class DocsPage {

    private final String text;

    private DocsPage(String text) {
        this.text = text;
    }

    /** A page in docs/engine. */
    public static DocsPage of(String name) {
        return new DocsPage(read(Path.of("..", "docs", "engine", name)));
    }

    /** The blocks in this language, in order. */
    public List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Every code block is in the source of this test, but for white space. */
    public void codeIsIn(Class<?> test) {
        String source = read(Path.of("src", "test", "java", test.getName().replace('.', '/') + ".java"));
        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(squeezed(source)).contains(squeezed(block)));
    }

    /** What this prints is one of the outputs that the page shows. */
    public void showsWhatIsPrintedBy(Runnable example) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(console);
        }
        assertThat(blocks("text"))
                .contains(printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }
}
