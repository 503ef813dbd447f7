package org.ownpath.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.roster.Person;
import org.ownpath.shared.GradeLevel;

/** How one student has done over a span of time, in one subject or in all of them. */
public record StudentOutcome(Person student, Levels levels, Masteries masteries, Latest latest) {

    /**
     * Places on the ladder from kindergarten to grade 12. 5.5 is half of the sixth grade's level with everything below
     * it; over several subjects, their mean.
     *
     * @param working the level at work now
     * @param leftHere how many competencies of it are not mastered
     */
    public record Levels(double then, double now, int working, int leftHere) {

        /** Levels gained. */
        public double growth() {
            return now - then;
        }
    }

    /**
     * How many competencies stand mastered.
     *
     * @param then how many of those had been shown by the beginning of the span
     * @param gained how many were reached within it
     * @param competencies how many there are in all
     */
    public record Masteries(int then, int gained, int competencies) {

        /** How many stand mastered now. */
        public int now() {
            return then + gained;
        }

        /** How many are left. */
        public int left() {
            return competencies - now();
        }
    }

    /** When something was last mastered, and last shown at all. */
    public record Latest(Optional<Instant> mastered, Optional<Instant> shown) {}

    /** The level that goes with the student's grade label, where there is one. */
    public OptionalInt usualLevel() {
        return student.gradeLabel().map(GradeLevel::read).orElse(OptionalInt.empty());
    }

    /**
     * How many levels above the foot of the level that goes with the grade label; negative below it. Empty without a
     * label.
     */
    public Optional<Double> distance() {
        return usualLevel().isEmpty()
                ? Optional.empty()
                : Optional.of(levels.now() - (usualLevel().getAsInt() - 1));
    }

    /** Whether everything below the level of the grade label stands mastered; empty without a label. */
    public Optional<Boolean> onLevel() {
        return distance().map(distance -> distance >= 0);
    }

    /** The same student over several subjects: masteries added, levels averaged. */
    static StudentOutcome over(List<StudentOutcome> subjects) {
        Levels lowest = subjects.stream()
                .map(StudentOutcome::levels)
                .min(java.util.Comparator.comparingDouble(Levels::now))
                .orElseThrow();
        return new StudentOutcome(
                subjects.get(0).student(),
                new Levels(
                        subjects.stream()
                                .mapToDouble(s -> s.levels().then())
                                .average()
                                .orElseThrow(),
                        subjects.stream()
                                .mapToDouble(s -> s.levels().now())
                                .average()
                                .orElseThrow(),
                        lowest.working(),
                        lowest.leftHere()),
                new Masteries(
                        subjects.stream().mapToInt(s -> s.masteries().then()).sum(),
                        subjects.stream().mapToInt(s -> s.masteries().gained()).sum(),
                        subjects.stream()
                                .mapToInt(s -> s.masteries().competencies())
                                .sum()),
                new Latest(
                        latest(subjects.stream().map(s -> s.latest().mastered()).toList()),
                        latest(subjects.stream().map(s -> s.latest().shown()).toList())));
    }

    private static Optional<Instant> latest(List<Optional<Instant>> moments) {
        return moments.stream().flatMap(Optional::stream).max(Instant::compareTo);
    }
}
