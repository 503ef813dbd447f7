package org.ownpath.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ownpath.access.SchoolTime;
import org.ownpath.shared.AsOf;

/**
 * The time over which outcomes are told: from the beginning of one day to now, or to the end of an earlier day.
 *
 * @param from the first day; before the end
 * @param now when it ends
 * @param asOf by what was known when
 */
public record Span(LocalDate from, Instant now, AsOf asOf) {

    private static final double DAYS_A_YEAR = 365.25;

    /** Refuses a span that has not begun. */
    public Span {
        if (!SchoolTime.start(from).isBefore(now)) {
            throw new IllegalArgumentException("The span from " + from + " has not begun at " + now + ".");
        }
    }

    /** From a day to now. */
    public Span(LocalDate from, Instant now) {
        this(from, now, AsOf.now());
    }

    /** When it begins. */
    public Instant start() {
        return SchoolTime.start(from);
    }

    /** How long it is, in years. */
    public double years() {
        return days() / DAYS_A_YEAR;
    }

    /** How long it is, in months of a twelfth of a year. */
    public double months() {
        return years() * 12;
    }

    /** How long it is, in weeks; holidays count. */
    public double weeks() {
        return days() / 7;
    }

    /** The day of its end. */
    public LocalDate today() {
        return SchoolTime.day(now);
    }

    /** The moment some days before its end. */
    Instant daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }

    private double days() {
        return ChronoUnit.HOURS.between(start(), now) / 24.0;
    }
}
