package org.ownpath.credential;

import java.util.List;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;

/** What can be learnt here and how the school reports it. */
record Schooling(Curriculum curriculum, Conventions conventions) {

    /** The competencies that belong to a set, lowest level first within each subject. */
    List<Competency> of(CompetencySet set) {
        return set.in(curriculum, conventions);
    }

    /** The lowest value of a competency that counts as mastery. */
    double mastery(Competency competency) {
        return curriculum.scaleOf(competency).mastery();
    }
}
