package org.ownpath.credential;

import java.util.List;
import java.util.OptionalInt;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.States;
import org.ownpath.shared.StudentId;

/** How a badge is earned. */
public sealed interface Earning {

    /** In the words that stand on the badge. */
    String criteria();

    /**
     * By mastering competencies of a set; it is given by itself, as soon as that is so.
     *
     * @param needed how many of them; empty for all
     */
    record ByMastery(CompetencySet among, OptionalInt needed) implements Earning {

        @Override
        public String criteria() {
            String how = needed.isPresent() ? needed.getAsInt() + " competencies of " : "Every competency of ";
            return how + among.words() + ", mastered by the school's rule.";
        }

        /** Whether the student has done so. */
        boolean metBy(StudentId student, List<Competency> set, States states) {
            return !set.isEmpty() && mastered(student, set, states) >= neededOf(set);
        }

        /** How many of the set the student has mastered. */
        int mastered(StudentId student, List<Competency> set, States states) {
            return (int) set.stream()
                    .filter(competency -> states.of(student, competency.id()).standing())
                    .count();
        }

        /** How many of the set have to be. */
        int neededOf(List<Competency> set) {
            return needed.orElse(set.size());
        }
    }

    /** By what a teacher has seen and says in words. */
    record ByNomination(String criteria) implements Earning {}
}
