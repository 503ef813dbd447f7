package org.ownpath.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The kinds of entries on the audit trail, and what each entry says in words. */
public enum DeedKind {
    LOOKING("Looking at a record", "record"),
    ACCOUNTS(
            "Accounts and ways in",
            "account",
            "token",
            "session",
            "invitation",
            "sign-in",
            "substitute",
            "family",
            "sign-in-link",
            "sign-in-rules",
            "second-factor",
            "passkey",
            "class-card",
            "class-cards",
            "school-sign-on",
            "school-identity",
            "person",
            "messages"),
    EVIDENCE("Evidence corrected or taken back", "evidence", "correction"),
    SHOWING(
            "Showing and scoring",
            "demonstration",
            "open_times",
            "student",
            "exemplar",
            "task",
            "portfolio",
            "feedback"),
    TESTS("Tests", "test", "bank", "item", "accommodation"),
    SUPPORT("Support and plans", "plan", "signal", "block", "capacity", "goal", "activity", "attendance"),
    RULES("Design choices and rules", "school-clock", "choices", "rules", "replay", "projection", "graduation-plan"),
    IMPORTS("Imports", "import", "roster", "framework"),
    CONNECTIONS(
            "Connections to other systems",
            "student-system",
            "results",
            "tool",
            "tool-link",
            "line-item",
            "lti-key",
            "platform",
            "platform-account",
            "course",
            "course-unit",
            "evidence-rule",
            "own-statements",
            "webhook"),
    GIVEN_OUT(
            "Shared and given out",
            "transcript",
            "personal-record",
            "outcomes",
            "badge",
            "award",
            "learning-record",
            "endorsement",
            "signing-key",
            "outside-credential",
            "directory",
            "retention",
            "frameworks",
            "school");

    static final String LOOKED_AT = "record.seen";

    /** What each action is called, by its code. */
    private static final Properties WORDS = read("deeds.properties");

    private final String words;
    private final Set<String> subjects;

    DeedKind(String words, String... subjects) {
        this.words = words;
        this.subjects = Set.of(subjects);
    }

    /** As a person chooses it. */
    public String words() {
        return words;
    }

    /** As an address names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginnings of the actions that it takes in. */
    String[] patterns() {
        return subjects.stream().map(subject -> subject + ".%").toArray(String[]::new);
    }

    /** What somebody did, to be read after their name. */
    static String words(String action) {
        return WORDS.getProperty(action, action);
    }

    private static Properties read(String name) {
        try (InputStream file = Objects.requireNonNull(DeedKind.class.getResourceAsStream(name), name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind that a code names, or none. */
    public static java.util.Optional<DeedKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
