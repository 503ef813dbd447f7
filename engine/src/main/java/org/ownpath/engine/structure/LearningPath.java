package org.ownpath.engine.structure;

import java.util.List;

/**
 * What to learn for a goal, in order, the goal last. Empty if the goal is mastered.
 *
 * @param steps each can be started when those before it are learned
 * @param effort of all steps together
 * @param least whether no path can take less effort. False only where there were so many alternatives that the search
 *     ended early; the path is then valid and may not be the cheapest
 */
public record LearningPath<K>(List<K> steps, double effort, boolean least) {
    public LearningPath {
        steps = List.copyOf(steps);
    }
}
