package org.ownpath.portal.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.Ladder;
import org.ownpath.pathway.StudentPath;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.SchoolYear;
import org.ownpath.roster.Person;
import org.ownpath.shared.Counted;
import org.ownpath.shared.GradeLevel;

/**
 * What a student works at beside the grade that birthdays alone would give. Only a view, for a school that asks for it:
 * nothing is decided by it.
 *
 * @param level the grade of those who were as old when the school year began: kindergarten at five
 */
public record BesideBirthday(int level, List<Line> lines) {

    private static final int AGE_OF_KINDERGARTEN = 5;
    private static final Duration A_YEAR = Duration.ofDays(365);

    /**
     * One subject.
     *
     * @param works the level that the student works at
     * @param mastered competencies mastered in the last twelve months
     * @param inGrade how many the grade by birthday has
     */
    public record Line(String subject, int works, int level, long mastered, int inGrade) {

        /** "2 levels further on", "the same", "1 level behind it". */
        public String difference() {
            int levels = Math.abs(works - level);
            String counted = Counted.of(levels, "level");
            return works == level ? "the same" : counted + (works > level ? " further on" : " behind it");
        }
    }

    /** Empty where the birth date is not known. */
    static Optional<BesideBirthday> of(Person person, StudentPath path, SchoolYear year, Instant now) {
        return person.birthDate().map(born -> {
            int level = level(born, year.begunBy(SchoolTime.day(now)));
            return new BesideBirthday(
                    level,
                    path.subjects().stream()
                            .filter(subject -> !subject.workingLevels().isEmpty())
                            .map(subject -> line(subject, level, now.minus(A_YEAR)))
                            .toList());
        });
    }

    static int level(LocalDate born, LocalDate began) {
        int age = Period.between(born, began).getYears();
        return Math.max(GradeLevel.LOWEST, Math.min(GradeLevel.HIGHEST, age - AGE_OF_KINDERGARTEN));
    }

    private static Line line(SubjectPath subject, int level, Instant since) {
        long mastered = subject.steps().stream()
                .filter(SubjectPath.Step::mastered)
                .flatMap(step -> step.standing().stream())
                .flatMap(standing -> standing.masteredAt().stream())
                .filter(at -> at.isAfter(since))
                .count();
        int inGrade = subject.rungs().stream()
                .filter(rung -> rung.level() == level)
                .mapToInt(Ladder.Rung::competencies)
                .sum();
        return new Line(subject.subject(), subject.workingLevels().get(0), level, mastered, inGrade);
    }
}
