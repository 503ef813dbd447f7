package org.ownpath.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ownpath.access.SchoolTime;

/**
 * Hours that a teacher keeps open, cut into times for one student each; by the school's clock.
 *
 * @param minutes how long one student has
 * @param weeks in how many weeks, the first one included
 * @param place where, in a few words; may be empty
 */
public record OpenHours(LocalDate day, LocalTime from, LocalTime until, int minutes, int weeks, String place) {

    /** The most times that can be offered at once. */
    static final int MOST = 200;

    private static final int SHORTEST = 5;
    private static final int LONGEST = 240;
    private static final int MOST_WEEKS = 20;
    private static final int LONGEST_PLACE = 100;
    private static final int YEARS_AHEAD = 2;

    /** From when to when one student has. */
    record Span(Instant begins, Instant ends) {}

    /** Why these hours cannot be offered; empty when they can. */
    List<String> problems(Instant now) {
        List<String> problems = new ArrayList<>();
        if (minutes < SHORTEST || minutes > LONGEST) {
            problems.add("Minutes for each student: '" + minutes + "'. Choose between " + SHORTEST + " and " + LONGEST
                    + ".");
        } else if (Duration.between(from, until).toMinutes() < minutes) {
            problems.add("From " + from + " until " + until + " there is no room for " + minutes
                    + " minutes. Choose a later end or fewer minutes.");
        }
        if (weeks < 1 || weeks > MOST_WEEKS) {
            problems.add("Weeks: '" + weeks + "'. Choose between 1 and " + MOST_WEEKS + ".");
        }
        if (place.length() > LONGEST_PLACE) {
            problems.add("The place is longer than " + LONGEST_PLACE + " characters. A few words are enough.");
        }
        if (day.isAfter(SchoolTime.day(now).plusYears(YEARS_AHEAD))) {
            problems.add("The day " + day + " is more than " + YEARS_AHEAD + " years away. Choose a nearer one.");
        }
        if (problems.isEmpty() && spans().size() > MOST) {
            problems.add("More than " + MOST + " times come of this. Offer fewer weeks at once.");
        }
        if (problems.isEmpty()
                && spans().stream().noneMatch(span -> span.begins().isAfter(now))) {
            problems.add("These hours have passed. Choose a day that is still to come.");
        }
        return problems;
    }

    /** The times for one student each, first to last. */
    List<Span> spans() {
        int aDay = (int) (Duration.between(from, until).toMinutes() / minutes);
        return IntStream.range(0, weeks * aDay)
                .mapToObj(n -> span(day.plusWeeks(n / aDay).atTime(from).plusMinutes((long) (n % aDay) * minutes)))
                .toList();
    }

    private Span span(LocalDateTime begins) {
        Instant moment = SchoolTime.at(begins);
        return new Span(moment, moment.plus(Duration.ofMinutes(minutes)));
    }
}
