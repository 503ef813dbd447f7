package org.ownpath.mastery;

import java.util.Set;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.StudentId;

/** The judgements of these students were made anew; published in the transaction that writes them. */
public record MasteryChanged(DistrictId district, Set<StudentId> students) {

    /** Keeps its own copy of the students. */
    public MasteryChanged {
        students = Set.copyOf(students);
    }
}
