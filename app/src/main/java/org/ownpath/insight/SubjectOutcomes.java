package org.ownpath.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The outcomes of some students over a span, in one subject or in all.
 *
 * @param subject empty for all subjects together
 * @param racingFrom how many masteries within the span are racing
 */
public record SubjectOutcomes(
        Span span, Optional<String> subject, OutcomeLimits limits, List<StudentOutcome> students, double racingFrom) {

    /** Keeps its own copy of the students. */
    public SubjectOutcomes {
        students = List.copyOf(students);
    }

    static SubjectOutcomes of(
            Span span, Optional<String> subject, OutcomeLimits limits, List<StudentOutcome> students) {
        OptionalDouble median = Figure.median(students, s -> s.masteries().gained());
        double racingFrom = Math.max(limits.racingLeast(), limits.racingTimes() * median.orElse(0));
        return new SubjectOutcomes(span, subject, limits, students, racingFrom);
    }

    /** What the student's dates say. */
    public Activity activity(StudentOutcome student) {
        if (student.masteries().left() == 0) {
            return Activity.COMPLETE;
        }
        Instant lately = span.daysAgo(limits.quietDays());
        if (student.latest().shown().filter(lately::isBefore).isEmpty()) {
            return Activity.QUIET;
        }
        if (student.latest().mastered().filter(lately::isBefore).isEmpty()) {
            return Activity.STALLED;
        }
        return student.masteries().gained() >= racingFrom ? Activity.RACING : Activity.STEADY;
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
