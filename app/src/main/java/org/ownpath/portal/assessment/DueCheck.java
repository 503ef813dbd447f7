package org.ownpath.portal.assessment;

import java.util.Comparator;
import java.util.List;
import org.ownpath.assessment.Recall;
import org.ownpath.framework.Competency;
import org.ownpath.roster.Person;

/**
 * A short check that is proposed.
 *
 * @param needed what builds on it and is not mastered
 */
public record DueCheck(Person student, Competency competency, Recall recall, List<Competency> needed) {

    /** What something builds on comes first, then what is recalled least. */
    static final Comparator<DueCheck> URGENT = Comparator.comparing(
                    (DueCheck check) -> check.needed().isEmpty())
            .thenComparing(check -> check.recall().chance())
            .thenComparing(check -> check.student().fullName());

    /** As a form names it. */
    public String showing() {
        return student.id() + " " + competency.id();
    }

    /** The chance of recall in hundredths. */
    public long percent() {
        return Math.round(100 * recall.chance());
    }
}
