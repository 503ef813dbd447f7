package org.ownpath.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.access.SchoolTime;

/**
 * A stretch of the calendar that has a name. It labels what is shown and resets nothing.
 *
 * @param last its last day, still inside
 */
public record Term(String name, LocalDate first, LocalDate last) {

    private static final Pattern LINE = Pattern.compile("(.{1,60}): (\\d{4}-\\d{2}-\\d{2}) to (\\d{4}-\\d{2}-\\d{2})");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Reads "Fall term: 2026-09-01 to 2026-12-18". */
    static Optional<Term> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Term term = new Term(parts.group(1), LocalDate.parse(parts.group(2)), LocalDate.parse(parts.group(3)));
            return Optional.of(term).filter(t -> !t.last().isBefore(t.first()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The first of these terms that a moment lies in. */
    public static Optional<Term> of(List<Term> terms, Instant moment) {
        LocalDate day = SchoolTime.day(moment);
        return terms.stream()
                .filter(term -> !day.isBefore(term.first()) && !day.isAfter(term.last()))
                .findFirst();
    }

    /** "Fall term (1 September to 18 December 2026)". */
    public String words() {
        return name + " (" + days() + ")";
    }

    /** "1 September to 18 December 2026". */
    String days() {
        return DAY.format(first) + " to " + DAY_AND_YEAR.format(last);
    }

    @Override
    public String toString() {
        return name + ": " + first + " to " + last;
    }
}
