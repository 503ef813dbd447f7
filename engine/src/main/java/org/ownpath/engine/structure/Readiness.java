package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ownpath.engine.PrerequisiteGraph;

/**
 * The outer fringe of a knowledge state that is known only with probability. Where every probability is 0 or 1, ready is
 * 1 for the outer fringe of {@link PrerequisiteGraph} and 0 for all else. Lists come with the readiest first; those that
 * are equally ready, in the graph's order.
 */
public final class Readiness {

    private Readiness() {}

    /**
     * From a probability of mastery for each competency, taken as independent of each other: {@code prod M_j * (1 -
     * M_k)} over the direct prerequisites j of k. Knowledge is seldom independent, and then this is too low: use draws
     * where there are any.
     *
     * @throws IllegalArgumentException if a competency of the graph has no probability or one outside 0 to 1
     */
    public static <K> List<Ready<K>> independent(PrerequisiteGraph<K> graph, Map<K, Double> mastery) {
        List<Ready<K>> all = new ArrayList<>();
        for (K competency : graph.order()) {
            double before = 1;
            for (K prerequisite : graph.prerequisites(competency)) {
                before *= probability(mastery, prerequisite);
            }
            double mastered = probability(mastery, competency);
            all.add(new Ready<>(competency, before, mastered, before * (1 - mastered)));
        }
        return readiestFirst(all);
    }

    /**
     * From draws of what one learner may know, each equally likely, such as draws from a posterior. Within a draw,
     * probabilities count as independent; 0 and 1 say what is mastered in this draw. Averages are over draws, so what is
     * mastered together in many draws counts as together.
     *
     * @param draws for each draw the mastery of each competency, all with the same competencies as the graph
     * @throws IllegalArgumentException if there are no draws or a probability is missing or outside 0 to 1
     */
    public static <K> List<Ready<K>> fromDraws(PrerequisiteGraph<K> graph, List<Map<K, Double>> draws) {
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("There are no draws to average. Give at least one.");
        }
        Map<K, double[]> sums = new LinkedHashMap<>();
        for (Map<K, Double> draw : draws) {
            for (Ready<K> one : independent(graph, draw)) {
                double[] sum = sums.computeIfAbsent(one.competency(), k -> new double[3]);
                sum[0] += one.prerequisites() / draws.size();
                sum[1] += one.mastered() / draws.size();
                sum[2] += one.together() / draws.size();
            }
        }
        return readiestFirst(graph.order().stream()
                .map(k -> mean(k, sums.getOrDefault(k, new double[3])))
                .toList());
    }

    private static <K> Ready<K> mean(K competency, double[] means) {
        return new Ready<>(competency, means[0], means[1], means[2]);
    }

    private static <K> List<Ready<K>> readiestFirst(List<Ready<K>> all) {
        ToDoubleFunction<Ready<K>> ready = Ready::ready;
        return all.stream().sorted(Comparator.comparingDouble(ready).reversed()).toList();
    }

    private static <K> double probability(Map<K, Double> mastery, K competency) {
        Double probability = mastery.get(competency);
        if (probability == null || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability of mastery of '" + competency + "' is " + probability
                    + ". Give one from 0 to 1 for each competency of the graph.");
        }
        return probability;
    }
}
