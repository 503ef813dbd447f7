package org.ownpath.northside;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Random;
import org.ownpath.access.SchoolTime;

/** The school's days, seen from one of them: nothing depends on the hour at which the seed runs. */
record SchoolCalendar(LocalDate today) {

    private static final int SUMMER_DAYS = 62;

    static SchoolCalendar at(Instant now) {
        return new SchoolCalendar(SchoolTime.day(now));
    }

    Instant daysAgo(long days) {
        return SchoolTime.start(today.minusDays(days));
    }

    boolean within(Duration last, Instant moment) {
        return !moment.isBefore(daysAgo(last.toDays()));
    }

    /** The first of September that the present school year began with. */
    Instant yearBegan() {
        LocalDate september = LocalDate.of(today.getYear(), Month.SEPTEMBER, 1);
        return SchoolTime.start(september.isAfter(today) ? september.minusYears(1) : september);
    }

    static boolean inSummer(Instant moment) {
        Month month = SchoolTime.day(moment).getMonth();
        return month == Month.JULY || month == Month.AUGUST;
    }

    /** The same work before the summer, when it is not about these weeks. */
    Instant beforeSummer(Instant moment) {
        return inSummer(moment) && !within(Duration.ofDays(SUMMER_DAYS), moment)
                ? moment.minus(Duration.ofDays(SUMMER_DAYS))
                : moment;
    }

    /** An hour from {@code first} on, of the last weekday not after that moment and before today. */
    Instant hour(Instant about, int first, Random random) {
        LocalDate day = SchoolTime.day(about);
        LocalDate past = day.isBefore(today) ? day : today.minusDays(1);
        while (past.getDayOfWeek() == DayOfWeek.SATURDAY || past.getDayOfWeek() == DayOfWeek.SUNDAY) {
            past = past.minusDays(1);
        }
        int hours = first < 12 ? 7 : 3;
        return SchoolTime.at(past.atTime(first + random.nextInt(hours), 5 * random.nextInt(12)));
    }
}
