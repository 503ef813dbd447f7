package org.ownpath.policy;

import java.util.List;

/** Courses: which there are, and what they earn. Read as constants of {@link Settings}. */
interface CourseSettings {

    /** Courses; none where the path alone counts. */
    Setting<List<Course>> COURSES = new Setting<>(
            "courses.offered",
            DesignChoice.COURSES,
            "Which courses are there?",
            "My path shows how far a student is in each. The credit comes with the last competency, before the last day "
                    + "or after it. Name the subject as the framework does. Without lines there are no courses.",
            new Lines<>(
                    "Grade 7 Mathematics: 2026-09-01 to 2027-06-30, Mathematics, grade 7, 1 credit",
                    Course::read,
                    Course::toString,
                    Course::words),
            List.of(),
            Parts.SCHOOLS);

    /** In the order of the page. */
    List<Setting<?>> ALL = List.of(COURSES);
}
