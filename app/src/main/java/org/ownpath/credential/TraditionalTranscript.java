package org.ownpath.credential;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;

/** Courses with letters and grade points, for a college that insists; read off the same judgements. */
public record TraditionalTranscript(List<Course> courses, List<LetterGrade> letters) {

    /** Keeps its own copies. */
    public TraditionalTranscript {
        courses = List.copyOf(courses);
        letters = List.copyOf(letters);
    }

    /**
     * One level of a subject as a course.
     *
     * @param grade empty while it is in progress
     * @param credits what it counts; nothing while it is in progress
     */
    public record Course(String subject, SubjectRecord.Level level, Optional<LetterGrade> grade, double credits) {}

    /** What is complete or at work from the school's first level on. */
    static TraditionalTranscript of(StudentRecord record, Curriculum curriculum, Conventions conventions) {
        List<Course> courses = record.academic().stream()
                .flatMap(subject -> subject.levels().stream()
                        .filter(level -> level.level() >= conventions.traditionalFrom())
                        .filter(level -> level.complete() || level.atWork())
                        .map(level -> course(subject.subject(), level, curriculum, conventions)))
                .toList();
        return new TraditionalTranscript(courses, conventions.letters());
    }

    private static Course course(
            String subject, SubjectRecord.Level level, Curriculum curriculum, Conventions conventions) {
        if (!level.complete()) {
            return new Course(subject, level, Optional.empty(), 0);
        }
        double beyond = level.lines().stream()
                .mapToDouble(line -> beyondMastery(
                        line.standing().map(Standing::value).orElse(OptionalDouble.empty()),
                        curriculum.scaleOf(line.competency())))
                .average()
                .orElse(0);
        return new Course(subject, level, Optional.of(conventions.letter(beyond)), conventions.creditsPerLevel());
    }

    /** From 0 at mastery, or below it where a judgement decided, to 1 at the top of the scale. */
    private static double beyondMastery(OptionalDouble value, Scale scale) {
        double room = scale.highest() - scale.mastery();
        double beyond = value.orElse(scale.mastery()) - scale.mastery();
        return room <= 0 ? 0 : Math.max(0, Math.min(1, beyond / room));
    }

    /** How many credits are earned. */
    public double credits() {
        return courses.stream().mapToDouble(Course::credits).sum();
    }

    /** The mean of the grade points by credit; empty while nothing is complete. */
    public OptionalDouble average() {
        double points = courses.stream()
                .mapToDouble(course -> course.credits()
                        * course.grade().map(LetterGrade::points).orElse(0.0))
                .sum();
        return credits() == 0 ? OptionalDouble.empty() : OptionalDouble.of(points / credits());
    }
}
