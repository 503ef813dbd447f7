package org.ownpath.messages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.ownpath.access.SchoolTime;

/**
 * The words of one language. What it lacks is said in English.
 *
 * @param code such as "es"
 */
public record Wordbook(String code, Properties words, Properties english) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** What the language calls itself. */
    public String name() {
        return say("language");
    }

    /** The sentence of this name with these parts put in. */
    public String say(String name, Object... parts) {
        String own = words.getProperty(name, english.getProperty(name));
        if (own == null) {
            throw new IllegalStateException("No language has words for '" + name + "'");
        }
        return new MessageFormat(own, Locale.forLanguageTag(code)).format(parts);
    }

    /** A day as the language writes it: "24 November 2026". */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(code.equals("en") ? "en-GB" : code))
                .format(SchoolTime.day(moment));
    }

    /** A day and an hour as the language writes them: "24 November 2026, 14:30". */
    public String time(Instant moment) {
        return day(moment) + ", " + CLOCK.format(SchoolTime.local(moment));
    }

    /** The names of sentences that this language does not say itself. */
    List<String> lacking() {
        return english.stringPropertyNames().stream()
                .filter(name -> !words.containsKey(name))
                .sorted()
                .toList();
    }
}
