package org.ownpath.engine.structure;

import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What each competency asks for.
 *
 * @param effort how much work, at least 0, in any unit: 1 for each counts competencies
 * @param level its level, by which paths are ordered
 */
public record Burden<K>(ToDoubleFunction<K> effort, ToIntFunction<K> level) {

    /** All alike: the least number of competencies. */
    public static <K> Burden<K> equal() {
        return new Burden<>(competency -> 1, competency -> 0);
    }

    double of(K competency) {
        double work = effort.applyAsDouble(competency);
        if (!(work >= 0) || Double.isInfinite(work)) {
            throw new IllegalArgumentException(
                    "The effort " + work + " of '" + competency + "' is not a number of at least 0. Correct it.");
        }
        return work;
    }
}
