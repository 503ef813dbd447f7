package org.ownpath.engine.simulate;

import java.util.List;
import java.util.function.Function;

/**
 * The lowest and the highest value over several learner models: how much a finding depends on how people learn.
 */
public record Range(double low, double high) {

    /**
     * @throws IllegalArgumentException if there are no results
     */
    public static Range over(List<Results> results, Function<Results, Estimate> finding) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("There are no results to range over. Simulate at least one model.");
        }
        double[] values = results.stream()
                .mapToDouble(r -> finding.apply(r).value())
                .sorted()
                .toArray();
        return new Range(values[0], values[values.length - 1]);
    }
}
