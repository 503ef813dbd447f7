package org.ownpath.northside;

import java.util.Random;
import org.ownpath.roster.Person;
import org.ownpath.shared.GradeLevel;

/**
 * Where a student works in a subject.
 *
 * @param level the level at work; everything below is mastered
 * @param share how much of that level is mastered
 * @param ahead how many competencies of the next levels are begun or mastered already
 */
record Place(int level, double share, int ahead) {

    /** Around the student's grade, by a gift for learning and for the subject. */
    static Place around(Person student, double gift, Random random) {
        int grade = GradeLevel.read(student.gradeLabel().orElse("K")).orElse(0);
        double level = grade + gift + random.nextGaussian();
        int clipped = Math.max(0, Math.min(12, (int) Math.round(level)));
        return new Place(clipped, 0.1 + random.nextDouble() * 0.7, random.nextInt(3));
    }
}
