package org.ownpath.credential;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.LetterGrade;

/**
 * Courses with letters and grade points, for a college that insists; read off the same judgements.
 *
 * @param letters the school's tables, each once; empty where it gives no letters
 */
public record TraditionalTranscript(List<Course> courses, List<LetterGrade> letters) {

    /** Keeps its own copies. */
    public TraditionalTranscript {
        courses = List.copyOf(courses);
        letters = List.copyOf(letters);
    }

    /**
     * One level of a subject as a course.
     *
     * @param grade empty while it is in progress, and where the school gives no letters
     * @param credits what it counts; nothing while it is in progress
     */
    public record Course(String subject, SubjectRecord.Level level, Optional<LetterGrade> grade, double credits) {

        /** The grade points, where there are any. */
        public OptionalDouble points() {
            return grade.map(LetterGrade::points).orElse(OptionalDouble.empty());
        }
    }

    /** What is complete or at work from the school's first level on. */
    static TraditionalTranscript of(StudentRecord record, Conventions conventions) {
        List<Course> courses = record.academic().stream()
                .flatMap(subject -> subject.levels().stream()
                        .filter(level -> level.level() >= Conventions.TRADITIONAL_FROM)
                        .filter(level -> level.complete() || level.atWork())
                        .map(level -> course(subject.subject(), level, conventions)))
                .toList();
        return new TraditionalTranscript(
                courses,
                courses.stream()
                        .flatMap(course -> conventions.letters(course.subject()).stream())
                        .distinct()
                        .toList());
    }

    private static Course course(String subject, SubjectRecord.Level level, Conventions conventions) {
        if (!level.complete()) {
            return new Course(subject, level, Optional.empty(), 0);
        }
        OptionalDouble mean = level.lines().stream()
                .flatMap(line -> line.standing().stream())
                .map(Standing::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
        return new Course(subject, level, conventions.letter(subject, mean), Conventions.CREDITS_PER_LEVEL);
    }

    /** How many credits are earned. */
    public double credits() {
        return courses.stream().mapToDouble(Course::credits).sum();
    }

    /** The mean of the grade points by credit; empty while there are none. */
    public OptionalDouble average() {
        List<Course> graded =
                courses.stream().filter(course -> course.points().isPresent()).toList();
        double points = graded.stream()
                .mapToDouble(course -> course.credits() * course.points().getAsDouble())
                .sum();
        double credits = graded.stream().mapToDouble(Course::credits).sum();
        return credits == 0 ? OptionalDouble.empty() : OptionalDouble.of(points / credits);
    }
}
