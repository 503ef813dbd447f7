package org.ownpath.insight;

import java.util.Comparator;
import java.util.List;
import org.ownpath.policy.Course;
import org.ownpath.roster.Person;

/**
 * How far students are in a course: a set of competencies between two days, whose credit comes with the last of them.
 *
 * @param school whose course it is; empty where the district has one school
 * @param competencies how many belong to it
 * @param students those who have mastered something of it, the furthest first
 */
public record CourseProgress(Course course, String school, int competencies, List<Line> students) {

    /** One student and how many competencies of the course stand mastered. */
    public record Line(Person student, int mastered) {}

    /** Puts the furthest first. */
    public CourseProgress {
        students = students.stream()
                .sorted(Comparator.comparing(Line::mastered)
                        .reversed()
                        .thenComparing(line -> line.student().fullName()))
                .toList();
    }

    /** Whether a student has earned its credit. */
    public boolean earned(Line line) {
        return line.mastered() == competencies;
    }

    /** How many have earned its credit. */
    public long earned() {
        return students.stream().filter(this::earned).count();
    }

    /** How many have mastered half of it or more, and not all. */
    public long halfway() {
        return students.stream()
                .filter(line -> !earned(line) && 2 * line.mastered() >= competencies)
                .count();
    }
}
