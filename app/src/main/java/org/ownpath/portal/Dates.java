package org.ownpath.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ownpath.access.SchoolTime;

/** Days and hours as pages show them: by the school's clock. */
public final class Dates {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter WITH_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Dates() {}

    /** "24 November 2026". */
    public static String words(Instant moment) {
        return words(SchoolTime.day(moment));
    }

    /** "Tuesday 24 November 2026, 14:30". */
    public static String withTime(Instant moment) {
        return WITH_TIME.format(SchoolTime.local(moment));
    }

    /** "14:05". */
    public static String clock(Instant moment) {
        return CLOCK.format(SchoolTime.local(moment));
    }

    /** "Tuesday 24 November, 14:30 to 14:50". */
    public static String span(Instant begins, Instant ends) {
        return DAY_AND_TIME.format(SchoolTime.local(begins)) + " to " + clock(ends);
    }

    /** "24 November 2026". */
    public static String words(LocalDate day) {
        return WORDS.format(day);
    }

    /** For a time element: the whole moment. */
    public static String iso(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
