package org.ownpath.pathway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.engine.Ladder;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Standing;

/**
 * A student's path in one subject.
 *
 * @param begins the level below which whatever was not shown counts as known; empty where the student began at the foot
 * @param rungs one for each level that the subject has, lowest first
 * @param position where the student is on them
 * @param workingLevels the levels that the student works at as the school sees it, lowest first
 * @param steps every competency with how the student stands in it, lowest level first
 */
public record SubjectPath(
        String subject,
        OptionalInt begins,
        List<Ladder.Rung> rungs,
        Ladder.Position position,
        List<Integer> workingLevels,
        List<Step> steps) {

    /**
     * One competency on the path.
     *
     * @param standing how the student stands; empty while there is no evidence
     * @param ready whether everything that comes before it is mastered and it is not
     */
    public record Step(Competency competency, Optional<Standing> standing, boolean ready) {

        /** How the student stands in it. */
        public State state() {
            return standing.map(Standing::state).orElse(State.NO_EVIDENCE);
        }

        /** Whether it stands mastered, fresh or not. */
        public boolean mastered() {
            return standing.map(s -> s.state().standing()).orElse(false);
        }

        /** Whether something was shown and it is not mastered yet. */
        public boolean begun() {
            return standing.isPresent() && !mastered();
        }
    }

    /** What the student can take on now: what is begun first, then by level. */
    public List<Step> ready() {
        return steps.stream()
                .filter(Step::ready)
                .sorted(java.util.Comparator.comparing((Step step) -> !step.begun()))
                .toList();
    }

    /** How many competencies stand mastered. */
    public long mastered() {
        return steps.stream().filter(Step::mastered).count();
    }
}
