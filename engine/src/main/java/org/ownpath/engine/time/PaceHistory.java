package org.ownpath.engine.time;

import java.util.List;

/**
 * When one learner mastered what.
 *
 * @param weeks how long the learner was watched; more than 0
 * @param masteredAt the weeks since the start at which a competency was mastered, in any order; kept in order
 */
public record PaceHistory(double weeks, List<Double> masteredAt) {

    /** Refuses masteries outside the weeks in which the learner was watched. */
    public PaceHistory {
        if (!(weeks > 0) || !Double.isFinite(weeks)) {
            throw new IllegalArgumentException(
                    "A history of " + weeks + " weeks says nothing. Leave out learners who were not watched yet.");
        }
        masteredAt = masteredAt.stream().sorted().toList();
        for (double at : masteredAt) {
            if (!(at >= 0 && at <= weeks)) {
                throw new IllegalArgumentException("A mastery in week " + at + " is not within the " + weeks
                        + " weeks of the history. Count weeks from the learner's first day.");
            }
        }
    }

    int masteredBy(double week) {
        int count = 0;
        while (count < masteredAt.size() && masteredAt.get(count) <= week) {
            count++;
        }
        return count;
    }
}
