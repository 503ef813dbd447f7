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

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Dates() {}

    /** "24 November 2026". */
    public static String words(Instant moment) {
        return WORDS.format(moment);
    }

    /** "Tuesday 24 November 2026, 14:30". */
    public static String withTime(Instant moment) {
        return WITH_TIME.format(moment);
    }

    /** "14:05", in UTC. */
    public static String clock(Instant moment) {
        return CLOCK.format(moment) + " UTC";
    }

    /** "Tuesday 24 November, 14:30 to 14:50". */
    public static String span(Instant begins, Instant ends) {
        return DAY_AND_TIME.format(begins) + " to " + CLOCK.format(ends);
    }

    /** "24 November 2026". */
    public static String words(LocalDate day) {
        return words(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** For a time element: the whole moment. */
    public static String iso(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
