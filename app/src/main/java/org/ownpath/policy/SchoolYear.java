package org.ownpath.policy;

import java.time.LocalDate;
import java.time.Month;

/**
 * When the years of a school begin. They name and compare what was shown, and reset nothing.
 *
 * @param begins the month on whose first day one begins
 */
public record SchoolYear(Month begins) {

    /** The latest first day of a school year, on this day or before. */
    public LocalDate begunBy(LocalDate day) {
        LocalDate inThisYear = LocalDate.of(day.getYear(), begins, 1);
        return inThisYear.isAfter(day) ? inThisYear.minusYears(1) : inThisYear;
    }

    /** The year that a day lies in: "2026/27", or "2026" where it is the year of the calendar. */
    public String name(LocalDate day) {
        int first = begunBy(day).getYear();
        return begins == Month.JANUARY ? String.valueOf(first) : "%d/%02d".formatted(first, (first + 1) % 100);
    }
}
