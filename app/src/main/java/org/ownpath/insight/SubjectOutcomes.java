package org.ownpath.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcomes of some students over a span, in one subject or in all.
 *
 * @param subject empty for all subjects together
 * @param lines where racing and stalling begin among them
 */
public record SubjectOutcomes(
        Span span, Optional<String> subject, OutcomeLimits limits, List<StudentOutcome> students, Lines lines) {

    /**
     * Drawn from the median student, since subjects are cut finer or coarser.
     *
     * @param racingFrom how many masteries within the span are racing
     * @param stalledDays how many days without a mastery are stalling
     */
    public record Lines(int racingFrom, int stalledDays) {

        static Lines of(Span span, OutcomeLimits limits, double medianGained) {
            double interval = 7 * span.weeks() / Math.max(1, medianGained);
            return new Lines((int) Math.ceil(Math.max(limits.racingLeast(), limits.times() * medianGained)), (int)
                    Math.round(Math.max(limits.quietDays(), limits.times() * interval)));
        }
    }

    /** Keeps its own copy of the students. */
    public SubjectOutcomes {
        students = List.copyOf(students);
    }

    static SubjectOutcomes of(
            Span span, Optional<String> subject, OutcomeLimits limits, List<StudentOutcome> students) {
        OptionalDouble median = Figure.median(students, s -> s.masteries().gained());
        return new SubjectOutcomes(span, subject, limits, students, Lines.of(span, limits, median.orElse(0)));
    }

    /** What the student's dates say. */
    public Activity activity(StudentOutcome student) {
        if (student.masteries().left() == 0) {
            return Activity.COMPLETE;
        }
        if (!within(limits.quietDays(), student.latest().shown())) {
            return Activity.QUIET;
        }
        if (!within(lines.stalledDays(), student.latest().mastered())) {
            return Activity.STALLED;
        }
        return student.masteries().gained() >= lines.racingFrom() ? Activity.RACING : Activity.STEADY;
    }

    private boolean within(int days, Optional<Instant> moment) {
        return moment.filter(span.daysAgo(days)::isBefore).isPresent();
    }

    /** The student's corner; empty without a grade label to hold the level against. */
    public Optional<Quarter> quarter(StudentOutcome student) {
        return student.onLevel()
                .map(onLevel -> Quarter.of(onLevel, student.levels().growth() >= span.years()));
    }

    /** Competencies mastered per month within the span. */
    public double perMonth(StudentOutcome student) {
        return student.masteries().gained() / span.months();
    }

    /** The figures of some of the students. */
    public Figures figures(List<StudentOutcome> of) {
        List<Boolean> onLevel = of.stream().flatMap(s -> s.onLevel().stream()).toList();
        return new Figures(
                of.size(),
                new Figures.Share(onLevel.stream().filter(on -> on).count(), onLevel.size()),
                Figure.median(of, s -> s.levels().growth()).orElse(0),
                new Figures.Pace(
                        Figure.median(of, this::perMonth).orElse(0),
                        of.stream().filter(s -> activity(s) == Activity.STALLED).count()));
    }

    /** The figures of all of them. */
    public Figures figures() {
        return figures(students);
    }
}
