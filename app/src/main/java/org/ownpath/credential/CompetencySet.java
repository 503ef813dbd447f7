package org.ownpath.credential;

import java.util.List;
import java.util.Optional;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.shared.GradeLevel;

/**
 * Competencies of a subject between two levels, both included.
 *
 * @param subject empty for any academic subject
 */
public record CompetencySet(Optional<String> subject, int lowest, int highest) {

    /** Those of the curriculum that belong to it, lowest level first within each subject. */
    List<Competency> in(Curriculum curriculum, Conventions conventions) {
        return curriculum.subjects().stream()
                .filter(each -> subject.map(each::equals).orElseGet(() -> !conventions.apart(each)))
                .flatMap(each -> curriculum.ofSubject(each).stream())
                .filter(this::includes)
                .toList();
    }

    /** "Mathematics, grades 9 to 12". */
    public String words() {
        String levels = lowest == highest
                ? GradeLevel.words(lowest)
                : "grades " + GradeLevel.symbol(lowest) + " to " + GradeLevel.symbol(highest);
        return subject.orElse("any academic subject") + ", " + levels;
    }

    /** Whether it is about habits and attitudes. */
    boolean apart(Conventions conventions) {
        return subject.filter(conventions::apart).isPresent();
    }

    private boolean includes(Competency competency) {
        int level = competency.level().orElse(-1);
        return level >= lowest && level <= highest;
    }
}
