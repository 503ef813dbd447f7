package org.ownpath.pathway;

import java.time.LocalDate;
import org.ownpath.engine.time.Pace;

/**
 * When so many more competencies are likely to be mastered, at a student's own rate.
 *
 * @param more how many are left
 * @param perWeek the expected masteries a week
 * @param early the day before which it would be in one of ten cases
 * @param likely as likely before this day as after it
 * @param late the day after which it would be in one of ten cases
 */
public record Forecast(int more, double perWeek, LocalDate today, LocalDate early, LocalDate likely, LocalDate late) {

    private static final double FARTHEST_WEEKS = 520;

    static Forecast of(Pace pace, int more, LocalDate today) {
        Pace.Band band = pace.weeksUntil(more);
        return new Forecast(
                more,
                pace.perWeek(),
                today,
                after(today, band.p10()),
                after(today, band.median()),
                after(today, band.p90()));
    }

    private static LocalDate after(LocalDate today, double weeks) {
        return today.plusDays(Math.max(1, Math.round(7 * Math.min(weeks, FARTHEST_WEEKS))));
    }

    /** How a wanted day lies to what is likely. */
    public enum Outlook {
        /** Later than is likely. */
        WELL("At this pace it is likely to be reached in time."),
        /** Sooner than is likely, but it may be. */
        TIGHT("At this pace it is more likely to be later than wanted."),
        /** Sooner than in nine of ten cases. */
        HARDLY("At this pace it will hardly be in time.");

        private final String words;

        Outlook(String words) {
            this.words = words;
        }

        /** To the student and to everybody else. */
        public String words() {
            return words;
        }

        /** Whether something should change. */
        public boolean atRisk() {
            return this != WELL;
        }
    }

    /** How this wanted day lies to it. */
    public Outlook outlook(LocalDate wanted) {
        if (wanted.isBefore(early)) {
            return Outlook.HARDLY;
        }
        return wanted.isBefore(likely) ? Outlook.TIGHT : Outlook.WELL;
    }
}
