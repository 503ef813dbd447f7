package org.ownpath.policy;

import java.util.Comparator;
import java.util.List;
import org.ownpath.engine.Ladder;

/** How the level that a student works at is read off the ladder. */
public enum WorkingLevel {
    /** Every level above the complete ones with something begun or mastered; the lowest incomplete one if there is none. */
    FRONTIER {
        @Override
        public List<Integer> of(Ladder.Position position, List<Ladder.Rung> rungs) {
            return position.activeLevels().isEmpty()
                    ? List.of(position.workingLevel())
                    : List.copyOf(position.activeLevels());
        }
    },
    /** The one level that follows the highest complete one, whatever is begun above it. */
    AFTER_COMPLETE {
        @Override
        public List<Integer> of(Ladder.Position position, List<Ladder.Rung> rungs) {
            return List.of(position.workingLevel());
        }
    },
    /** Of the levels of the frontier, the one with the most begun or mastered; the lower of two. */
    MAJORITY {
        @Override
        public List<Integer> of(Ladder.Position position, List<Ladder.Rung> rungs) {
            List<Integer> frontier = FRONTIER.of(position, rungs);
            return rungs.stream()
                    .filter(rung -> frontier.contains(rung.level()))
                    .max(Comparator.comparingInt((Ladder.Rung rung) -> rung.mastered() + rung.begun())
                            .thenComparing(Ladder.Rung::level, Comparator.reverseOrder()))
                    .map(rung -> List.of(rung.level()))
                    .orElse(frontier);
        }
    };

    /** The levels that a student with this position works at, lowest first; at least one. */
    public abstract List<Integer> of(Ladder.Position position, List<Ladder.Rung> rungs);
}
