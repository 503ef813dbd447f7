package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of docs/engine whose code blocks stand word for word in a test and whose outputs that test prints. */
public final class DocsPage {

    private final String page;

    private DocsPage(String page) {
        this.page = page;
    }

    public static DocsPage of(String name) {
        return new DocsPage(read(Path.of("../docs/engine/" + name)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        String open = "```" + language + "\n";
        for (int at = page.indexOf(open); at >= 0; at = page.indexOf(open, at + 1)) {
            blocks.add(page.substring(at + open.length(), page.indexOf("```", at + open.length())));
        }
        return blocks;
    }

    /** Every code block is in the source of this test, but for white space. */
    public void codeIsIn(Class<?> test) {
        String source = read(Path.of("src/test/java/" + test.getName().replace('.', '/') + ".java"));
        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(bare(source)).contains(bare(block)));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
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
}
