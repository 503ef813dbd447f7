package org.ownpath.policy;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Annual calendar: terms and hours. Read as constants of {@link Settings}. */
interface CalendarSettings {

    /** The named stretches of the calendar. */
    Setting<List<Term>> TERMS = new Setting<>(
            "calendar.terms",
            DesignChoice.CALENDAR,
            "Which terms and intersessions are there?",
            "What was shown is labelled with its term. Progress goes on across all of them, and in between.",
            new Lines<>("Fall term: 2026-09-01 to 2026-12-18", Term::read, Term::toString, Term::words),
            List.of(),
            Parts.SCHOOLS);

    /** The hours of the week in which students are worked with, the extended day included. */
    Setting<List<Hours>> HOURS = new Setting<>(
            "calendar.hours",
            DesignChoice.CALENDAR,
            "At which hours does the school work with students?",
            "The school day and the extended day: before school, afternoons, Saturdays. Groups by readiness meet in these "
                    + "hours, and students and families read which. Without lines they meet at any hour.",
            new Lines<>(
                    "Extended day: Monday to Friday, 15:00 to 17:30", Hours::read, Hours::toString, Hours::toString),
            List.of(),
            Parts.DISTRICT);

    /** The month in which a school year begins. */
    Setting<SchoolYear> YEAR = new Setting<>(
            "calendar.year",
            DesignChoice.CALENDAR,
            "When does a school year begin?",
            "Portfolios are told apart by it, the grade by birthday goes by it, and the comparison with batching promotes"
                    + " everybody on its first day. Progress goes on across it.",
            new OneOf<>(Arrays.stream(Month.values())
                    .map(month -> Option.of(
                            new SchoolYear(month),
                            month.name().toLowerCase(Locale.ROOT),
                            "On 1 " + month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                    .toList()),
            new SchoolYear(Month.SEPTEMBER),
            Parts.DISTRICT);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(YEAR, TERMS, HOURS);
}
