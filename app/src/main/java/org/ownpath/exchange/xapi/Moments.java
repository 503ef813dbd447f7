package org.ownpath.exchange.xapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Moments and spans of time as xAPI writes them. */
final class Moments {

    private static final Pattern DURATION =
            Pattern.compile("P(?!$)(\\d+(\\.\\d+)?W|(\\d+(\\.\\d+)?Y)?(\\d+(\\.\\d+)?M)?"
                    + "(\\d+(\\.\\d+)?D)?(T(?=\\d)(\\d+(\\.\\d+)?H)?(\\d+(\\.\\d+)?M)?(\\d+(\\.\\d+)?S)?)?)");
    private static final Pattern MINUS_ZERO = Pattern.compile(".*-00(:?00)?");

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    /** A moment as the version of the standard has it: 2.0 asks for an offset. */
    static Instant moment(Part part, XapiVersion version) {
        String text = part.text();
        try {
            if (!MINUS_ZERO.matcher(text).matches()) {
                return version == XapiVersion.TWO ? OffsetDateTime.parse(text).toInstant() : lenient(text);
            }
        } catch (DateTimeException e) {
            // told below, as an offset of minus zero is
        }
        throw part.wrong("'" + text + "' is not a moment such as 2026-03-02T10:15:00Z.");
    }

    private static Instant lenient(String text) {
        TemporalAccessor read = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime there
                ? there.toInstant()
                : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }

    /** In UTC, to the microsecond, which is what the database keeps. */
    static String written(Instant moment) {
        return WRITTEN.format(moment.truncatedTo(ChronoUnit.MICROS));
    }

    static void duration(Part part) {
        part.matching(DURATION, "a duration by ISO 8601, such as PT1H30M");
    }
}
