package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;

/**
 * Whether learners master a competency without its prerequisites, more often than errors of the records explain. Where
 * the order was enforced nobody could, and no doubt can arise: that says nothing for the prerequisite.
 */
public final class PrerequisiteDoubts {

    private PrerequisiteDoubts() {}

    private record Count<K>(Edge<K> edge, long exceptions, long of, double fromNoise) {

        double pValue() {
            return 1 - Binomial.atMost(exceptions - 1, of, fromNoise);
        }
    }

    /**
     * From what is mastered at one moment. The highest share of exceptions comes first; prerequisites of competencies
     * that nobody has, or that are not in the records, are left out.
     */
    public static <K> List<Doubt<K>> in(PrerequisiteGraph<K> graph, MasteryMatrix<K> records, Criteria criteria) {
        List<Count<K>> counts = new ArrayList<>();
        for (Edge<K> edge : edges(graph)) {
            if (records.competencies().containsAll(List.of(edge.before(), edge.after()))
                    && records.with(edge.after()) > 0) {
                counts.add(count(edge, records, criteria.noise()));
            }
        }
        return doubts(counts, criteria);
    }

    /**
     * From when each learner first mastered what: an exception has {@code after} before {@code before}, or has it and
     * never got the other; at one moment both is no exception. Noise alone gives a share of {@code slip}.
     */
    public static <K> List<Doubt<K>> inOrder(
            PrerequisiteGraph<K> graph, Collection<? extends Map<K, Double>> first, Criteria criteria) {
        List<Count<K>> counts = new ArrayList<>();
        for (Edge<K> edge : edges(graph)) {
            long with = first.stream()
                    .filter(times -> times.containsKey(edge.after()))
                    .count();
            long exceptions =
                    first.stream().filter(times -> reversed(edge, times)).count();
            if (with > 0) {
                counts.add(new Count<>(edge, exceptions, with, criteria.noise().slip()));
            }
        }
        return doubts(counts, criteria);
    }

    private static <K> boolean reversed(Edge<K> edge, Map<K, Double> times) {
        Double after = times.get(edge.after());
        return after != null && times.getOrDefault(edge.before(), Double.POSITIVE_INFINITY) > after;
    }

    private static <K> List<Edge<K>> edges(PrerequisiteGraph<K> graph) {
        return graph.order().stream()
                .flatMap(after -> graph.prerequisites(after).stream().map(before -> new Edge<>(before, after)))
                .toList();
    }

    private static <K> Count<K> count(Edge<K> edge, MasteryMatrix<K> records, Noise noise) {
        double n = records.learners();
        long a = records.with(edge.before());
        long b = records.with(edge.after());
        double without = noise.withoutFirst(noise.behind(a / n), noise.behind(b / n), 0);
        double fromNoise = Math.min(1, without * (n - a) / b);
        return new Count<>(edge, b - records.withBoth(edge.before(), edge.after()), b, fromNoise);
    }

    private static <K> List<Doubt<K>> doubts(List<Count<K>> counts, Criteria criteria) {
        double believed =
                BenjaminiHochberg.threshold(counts.stream().map(Count::pValue).toList(), criteria.falseRate());
        return counts.stream()
                .map(count -> new Doubt<>(
                        count.edge().before(),
                        count.edge().after(),
                        Share.of(count.exceptions(), count.of()),
                        count.fromNoise(),
                        count.pValue(),
                        count.pValue() <= believed))
                .sorted((x, y) ->
                        Double.compare(y.exceptions().value(), x.exceptions().value()))
                .toList();
    }
}
