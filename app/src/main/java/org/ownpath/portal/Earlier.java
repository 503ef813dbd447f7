package org.ownpath.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a page is read as of an earlier day, and how one comes back.
 *
 * @param day the day that it is read as of; empty for today
 * @param latest the latest day that can be asked for
 * @param back the same page as of today
 * @param kept what else the address asks for
 */
public record Earlier(Optional<LocalDate> day, LocalDate latest, String back, List<Kept> kept) {

    /** A part of the address that stays as it is. */
    public record Kept(String name, String value) {}

    /** "1 October 2026". */
    public String words() {
        return day.map(Dates::words).orElse("today");
    }
}
