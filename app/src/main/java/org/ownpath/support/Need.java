package org.ownpath.support;

import java.util.List;
import org.ownpath.shared.StudentId;

/**
 * A student who needs somebody, and every reason why.
 *
 * @param signals the most urgent first; never empty
 */
public record Need(StudentId student, List<Signal> signals) {

    private static final int HIGHEST_URGENCY = 100;

    /** The most urgent reason. */
    public Signal first() {
        return signals.get(0);
    }

    /** The other reasons. */
    public List<Signal> others() {
        return signals.subList(1, signals.size());
    }

    /** That of the first reason, and a little more for each other. */
    int urgency() {
        return Math.min(HIGHEST_URGENCY, first().urgency() + 3 * others().size());
    }
}
