package org.ownpath.portal.assessment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ownpath.assessment.OpenHours;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/** Hours while they are being typed. */
public record TimesForm(String day, String from, String until, String minutes, String weeks, String place) {

    static TimesForm open(LocalDate day) {
        return new TimesForm(day.toString(), "14:00", "15:00", "20", "1", "");
    }

    static TimesForm of(MultiValueMap<String, String> fields) {
        return new TimesForm(
                Fields.text(fields, "day"),
                Fields.text(fields, "from"),
                Fields.text(fields, "until"),
                Fields.text(fields, "minutes"),
                Fields.text(fields, "weeks"),
                Fields.text(fields, "place"));
    }

    /** The hours that it says; problems gets what it does not say. */
    Optional<OpenHours> hours(List<String> problems) {
        Optional<LocalDate> on = read("Day", day, LocalDate::parse, problems);
        Optional<LocalTime> begin = read("From", from, LocalTime::parse, problems);
        Optional<LocalTime> end = read("Until", until, LocalTime::parse, problems);
        Optional<Integer> each = read("Minutes for each student", minutes, Integer::valueOf, problems);
        Optional<Integer> often = read("Weeks", weeks, Integer::valueOf, problems);
        return problems.isEmpty()
                ? Optional.of(new OpenHours(
                        on.orElseThrow(),
                        begin.orElseThrow(),
                        end.orElseThrow(),
                        each.orElseThrow(),
                        often.orElseThrow(),
                        place.strip()))
                : Optional.empty();
    }

    private static <T> Optional<T> read(String label, String text, Function<String, T> read, List<String> problems) {
        try {
            return Optional.of(read.apply(text.strip()));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            problems.add(label + ": '" + text + "' cannot be read. Choose or type it again.");
            return Optional.empty();
        }
    }
}
