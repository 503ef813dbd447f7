package org.ownpath.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the engine's documentation, so that a test can hold its examples against what they do. */
public final class DocsPage {

    private final String text;

    private DocsPage(String text) {
        this.text = text;
    }

    /** A page in docs/engine. */
    public static DocsPage read(String name) throws IOException {
        return new DocsPage(Files.readString(Path.of("..", "docs", "engine", name)));
    }

    /** The blocks in this language, in order. */
    public List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The source of a test without white space, however it is wrapped. */
    public static String source(Class<?> test) throws IOException {
        return squeezed(
                Files.readString(Path.of("src", "test", "java", test.getName().replace('.', '/') + ".java")));
    }

    /** Without white space. */
    public static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
