package org.ownpath.pathway;

import java.util.List;
import org.ownpath.shared.StudentId;

/** A student's path over all subjects, from kindergarten to grade 12 in one picture. */
public record StudentPath(StudentId student, List<SubjectPath> subjects, List<GrowthPoint> growth) {

    /** How many competencies stood mastered at the end of a month, by when each was shown. */
    public record GrowthPoint(java.time.YearMonth month, int mastered) {}

    /** How many competencies stand mastered in all. */
    public long mastered() {
        return subjects.stream().mapToLong(SubjectPath::mastered).sum();
    }

    /** How many of them were reached within the growth that is shown. */
    public int gained() {
        return growth.isEmpty()
                ? 0
                : growth.get(growth.size() - 1).mastered() - growth.get(0).mastered();
    }
}
