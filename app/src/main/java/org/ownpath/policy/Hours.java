package org.ownpath.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week in which a school works with students, such as the school day or the extended day.
 *
 * @param last the last day of the week, still inside; before the first, the week goes round
 * @param to when they end, not before they begin
 */
public record Hours(String name, DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {

    private static final Pattern LINE =
            Pattern.compile("(.{1,60}): (\\p{L}+)(?: to (\\p{L}+))?, (\\d{1,2}:\\d{2}) to (\\d{1,2}:\\d{2})");

    /** Reads "Extended day: Monday to Friday, 15:00 to 17:30" and "Saturday school: Saturday, 9:00 to 12:00". */
    static Optional<Hours> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<DayOfWeek> first = day(parts.group(2));
        Optional<DayOfWeek> last = parts.group(3) == null ? first : day(parts.group(3));
        try {
            LocalTime from = time(parts.group(4));
            LocalTime to = time(parts.group(5));
            return first.isEmpty() || last.isEmpty() || !to.isAfter(from)
                    ? Optional.empty()
                    : Optional.of(new Hours(parts.group(1), first.get(), last.get(), from, to));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /** The first of these hours that a stretch of a day lies in. */
    public static Optional<Hours> of(List<Hours> all, LocalDate day, LocalTime from, LocalTime to) {
        return all.stream()
                .filter(hours ->
                        hours.on(day.getDayOfWeek()) && !from.isBefore(hours.from()) && !to.isAfter(hours.to()))
                .findFirst();
    }

    private boolean on(DayOfWeek day) {
        return Math.floorMod(day.getValue() - first.getValue(), 7)
                <= Math.floorMod(last.getValue() - first.getValue(), 7);
    }

    /** As {@link #read} reads it, and as a person does. */
    @Override
    public String toString() {
        return name + ": " + words(first) + (last == first ? "" : " to " + words(last)) + ", " + from + " to " + to;
    }

    private static String words(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
