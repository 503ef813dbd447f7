package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;

/**
 * Prerequisites with alternatives: each competency has groups, and of every group at least one has to be mastered. A
 * group of one is an ordinary prerequisite. Source: the surmise systems of J.-P. Doignon and J.-C. Falmagne, Knowledge
 * Spaces, 1999, here in conjunctive form. All alternatives together must be free of cycles.
 */
public final class Prerequisites<K> {

    /** To learn {@code competency}, one of {@code either} has to be mastered. */
    public record OneOf<K>(K competency, Set<K> either) {
        public OneOf {
            if (either.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + competency + "' would need one of nothing. Name at least one.");
            }
            either = Collections.unmodifiableSet(new LinkedHashSet<>(either));
        }
    }

    private final List<K> order;
    private final Map<K, List<Set<K>>> groups = new LinkedHashMap<>();

    private Prerequisites(List<K> order, Collection<OneOf<K>> all) {
        this.order = order;
        order.forEach(competency -> groups.put(competency, new ArrayList<>()));
        all.forEach(one -> of(groups, one.competency()).add(one.either()));
    }

    /** The prerequisites of a graph, each of them needed. */
    public static <K> Prerequisites<K> of(PrerequisiteGraph<K> graph) {
        List<OneOf<K>> all = new ArrayList<>();
        for (K competency : graph.order()) {
            graph.prerequisites(competency).forEach(before -> all.add(new OneOf<>(competency, Set.of(before))));
        }
        return new Prerequisites<>(graph.order(), all);
    }

    /**
     * Prerequisites with alternatives.
     *
     * @throws IllegalArgumentException if a competency is not among the nodes, or comes before itself by any alternative
     */
    public static <K> Prerequisites<K> of(Collection<K> nodes, Collection<OneOf<K>> groups) {
        List<Edge<K>> edges = new ArrayList<>();
        for (OneOf<K> group : groups) {
            group.either().forEach(before -> edges.add(new Edge<>(before, group.competency())));
        }
        PrerequisiteGraph.Built<K> built = PrerequisiteGraph.build(nodes, edges);
        if (built instanceof PrerequisiteGraph.Acyclic<K> acyclic) {
            return new Prerequisites<>(acyclic.graph().order(), groups);
        }
        throw new IllegalArgumentException("Competencies come before themselves: "
                + ((PrerequisiteGraph.Cyclic<K>) built).path() + ". Remove one of these alternatives.");
    }

    /** All competencies, each after whatever could be its prerequisite. */
    public List<K> order() {
        return order;
    }

    /** The groups of a competency, one of each being needed. */
    public List<Set<K>> groups(K competency) {
        return Collections.unmodifiableList(of(groups, competency));
    }

    /** Not mastered, and of every group one is mastered. In {@link #order()}. */
    public Set<K> ready(Set<K> mastered) {
        Set<K> ready = new LinkedHashSet<>();
        for (K competency : order) {
            boolean open = of(groups, competency).stream()
                    .allMatch(group -> group.stream().anyMatch(mastered::contains));
            if (open && !mastered.contains(competency)) {
                ready.add(competency);
            }
        }
        return Collections.unmodifiableSet(ready);
    }

    private static <K> List<Set<K>> of(Map<K, List<Set<K>>> groups, K competency) {
        List<Set<K>> known = groups.get(competency);
        if (known == null) {
            throw new IllegalArgumentException(
                    "'" + competency + "' is not in the structure. Add it to the nodes or remove what names it.");
        }
        return known;
    }
}
