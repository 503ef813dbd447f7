package org.ownpath.portal.teacher;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.framework.Competency;
import org.ownpath.roster.Person;
import org.ownpath.roster.StudyGroup;

/**
 * Whom and what to record for.
 *
 * @param one the student to record for, when it is not a group
 * @param level the level asked for; "all" for every level, empty for those that the students work at
 * @param offered the competencies to choose from, those that are chosen first
 * @param problems what of the choice cannot be, with the remedy
 */
public record Chooser(
        List<StudyGroup> groups,
        Optional<StudyGroup> group,
        Optional<Person> one,
        List<Person> students,
        List<String> subjects,
        String subject,
        Set<Integer> levels,
        String level,
        List<Competency> offered,
        List<Competency> chosen,
        List<String> problems) {

    /** The most competencies that one form rates: more do not fit one sitting. */
    public static final int MOST = 6;

    /** The word for every level. */
    public static final String ALL_LEVELS = "all";

    /** Whether it is known whom to record for. */
    public boolean someoneChosen() {
        return group.isPresent() || one.isPresent();
    }

    /** Whether everything is chosen that the record form needs. */
    public boolean complete() {
        return !students.isEmpty() && !chosen.isEmpty() && problems.isEmpty();
    }
}
