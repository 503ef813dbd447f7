package org.ownpath.assessment;

import java.util.Map;
import java.util.Optional;

/** What a scorer gave: a mark by the number of its criterion. A criterion that was not seen has none. */
public record Marks(Map<Integer, Double> byCriterion) {

    /** Keeps its own copy of the marks. */
    public Marks {
        byCriterion = Map.copyOf(byCriterion);
    }

    /** The mark of a criterion. */
    public Optional<Double> of(Criterion criterion) {
        return Optional.ofNullable(byCriterion.get(criterion.number()));
    }
}
