package org.ownpath.messages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The languages that notices are told in: those that come with the product, and one for each file {@code
 * messages_xx.properties} in the folder {@code languages} of the data folder.
 */
@Component
class Wordbooks {

    private static final String ENGLISH = "en";
    private static final String FILES = "messages_*.properties";

    private final Map<String, Wordbook> books = new TreeMap<>();

    Wordbooks(@Value("${ownpath.data}") Path data) {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            Map<String, Properties> found = new TreeMap<>();
            for (String where : new String[] {
                "classpath*:messages/" + FILES,
                "file:" + data.resolve("languages").toAbsolutePath() + "/" + FILES
            }) {
                for (Resource file : files.getResources(where)) {
                    found.put(code(file), read(file));
                }
            }
            Properties english = found.getOrDefault(ENGLISH, new Properties());
            found.forEach((code, words) -> books.put(code, new Wordbook(code, words, english)));
        } catch (IOException e) {
            throw new UncheckedIOException("A language file in " + data.resolve("languages") + " cannot be read", e);
        }
    }

    /** The language with this code, or English. */
    Wordbook of(String code) {
        Wordbook book = books.getOrDefault(code, books.get(ENGLISH));
        if (book == null) {
            throw new IllegalStateException("The product's English words are missing");
        }
        return book;
    }

    Collection<Wordbook> all() {
        return books.values();
    }

    private static String code(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring("messages_".length(), name.indexOf('.'));
    }

    private static Properties read(Resource file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
