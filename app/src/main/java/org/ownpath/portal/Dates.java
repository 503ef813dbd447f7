package org.ownpath.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as pages show them, in UTC. */
public final class Dates {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Dates() {}

    /** "24 November 2026". */
    public static String words(Instant moment) {
        return WORDS.format(moment);
    }

    /** "24 November 2026". */
    public static String day(LocalDate day) {
        return WORDS.format(day);
    }

    /** For a time element: the whole moment. */
    public static String iso(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
