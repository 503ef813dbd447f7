package org.ownpath.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.time.Pace;
import org.ownpath.engine.time.PaceFit;

/**
 * How fast students master, as a distribution of paces fitted to all of them, and what follows for each. Weeks are
 * calendar weeks: holidays of the span are in the pace, and so in what is forecast by it.
 */
public record Forecast(Span span, Pace all) {

    private static final double WEEKS_A_MONTH = 365.25 / 12 / 7;
    private static final int SLOW_TO_FIT = 2000;

    /** How likely a student is through with everything before leaving school, at the pace of the span. */
    public enum Prospect {
        THROUGH("Through with everything"),
        NEARLY_SURE("At least 9 in 10"),
        LIKELY("More likely than not"),
        UNLIKELY("Less likely than not"),
        UNKNOWN("No birth date");

        private final String words;

        Prospect(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** Fitted to the masteries of the span; empty where there are too few to say anything. */
    public static Optional<Forecast> of(SubjectOutcomes outcomes) {
        Span span = outcomes.span();
        List<PaceFit.Watched> watched = outcomes.students().stream()
                .filter(s -> s.masteries().left() > 0)
                .map(s -> new PaceFit.Watched(s.masteries().gained(), span.weeks()))
                .toList();
        if (watched.size() < 2 || watched.stream().allMatch(w -> w.masteries() == 0)) {
            return Optional.empty();
        }
        Pace all = watched.size() < SLOW_TO_FIT ? PaceFit.maximumLikelihood(watched) : PaceFit.moments(watched);
        return Optional.of(new Forecast(span, all));
    }

    /** The masteries a month that this share of students stays below. */
    public double perMonth(double share) {
        return all.perWeek(share) * WEEKS_A_MONTH;
    }

    /** Weeks until this student has completed the level at work; empty where nothing is left. */
    public Optional<Pace.Band> untilNextLevel(StudentOutcome student) {
        int left = student.levels().leftHere();
        return left == 0 ? Optional.empty() : Optional.of(own(student).weeksUntil(left));
    }

    /** Whether the student is through before the birthday of this age. */
    public Prospect prospect(StudentOutcome student, int age) {
        if (student.masteries().left() == 0) {
            return Prospect.THROUGH;
        }
        Optional<LocalDate> birth = student.student().birthDate();
        if (birth.isEmpty()) {
            return Prospect.UNKNOWN;
        }
        double weeks = ChronoUnit.DAYS.between(span.today(), birth.get().plusYears(age)) / 7.0;
        Pace.Band band = own(student).weeksUntil(student.masteries().left());
        if (band.p90() <= weeks) {
            return Prospect.NEARLY_SURE;
        }
        return band.median() <= weeks ? Prospect.LIKELY : Prospect.UNLIKELY;
    }

    /** What the student's own masteries add to what is known of all. */
    private Pace own(StudentOutcome student) {
        return all.after(student.masteries().gained(), span.weeks());
    }
}
