package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ratings of many learners by many raters, from which the raters' severities are found. */
public final class RatingBatch {

    /** One rating: whose work, who rated, on which task, at which level. */
    record Entry(int rater, GradedItem task, int level) {}

    private final List<String> raters = new ArrayList<>();
    private final Map<String, Integer> raterNumbers = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byLearner = new LinkedHashMap<>();

    /**
     * Adds a rating.
     *
     * @throws IllegalArgumentException if the task has no such level
     */
    public RatingBatch add(String learner, String rater, GradedItem task, int level) {
        if (level < 0 || level >= task.levels()) {
            throw new IllegalArgumentException("Level " + level + " for learner '" + learner + "' by rater '" + rater
                    + "' is not on a task with levels 0 to " + (task.levels() - 1) + ".");
        }
        Integer known = raterNumbers.putIfAbsent(rater, raters.size());
        if (known == null) {
            raters.add(rater);
        }
        int number = known == null ? raters.size() - 1 : known;
        byLearner.computeIfAbsent(learner, who -> new ArrayList<>()).add(new Entry(number, task, level));
        return this;
    }

    /** The raters in the order they first came. */
    public List<String> raters() {
        return List.copyOf(raters);
    }

    List<List<Entry>> learners() {
        return List.copyOf(byLearner.values());
    }
}
