package org.ownpath.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which competency comes before which, without cycles. What a student has mastered is a knowledge state; its outer
 * fringe is what the student is ready to learn, its inner fringe the most advanced of what the student knows. Source:
 * knowledge space theory (J.-P. Doignon and J.-C. Falmagne, Knowledge Spaces, 1999).
 *
 * <p>Every set is returned in the graph's {@link #order()}. Questions about a competency that is not in the graph throw
 * {@link IllegalArgumentException}; a mastered set may hold others, which are ignored.
 *
 * @param <K> what identifies a competency
 */
public final class PrerequisiteGraph<K> {

    /** {@code before} has to be mastered before {@code after}. */
    public record Edge<K>(K before, K after) {}

    /** A graph, or the reason why there is none. */
    public sealed interface Built<K> {}

    /** No competency comes before itself. */
    public record Acyclic<K>(PrerequisiteGraph<K> graph) implements Built<K> {}

    /**
     * Competencies that come before themselves.
     *
     * @param path one simple cycle, each before the next, the first repeated at the end
     */
    public record Cyclic<K>(List<K> path) implements Built<K> {
        public Cyclic {
            path = List.copyOf(path);
        }
    }

    private final Map<K, Set<K>> before = new LinkedHashMap<>();
    private final Map<K, Set<K>> after = new LinkedHashMap<>();
    private final List<K> order;

    private PrerequisiteGraph(Collection<K> nodes, Collection<Edge<K>> edges) {
        for (K node : nodes) {
            before.put(node, new LinkedHashSet<>());
            after.put(node, new LinkedHashSet<>());
        }
        for (Edge<K> edge : edges) {
            known(before, edge.after()).add(edge.before());
            known(after, edge.before()).add(edge.after());
        }
        order = sort();
    }

    /**
     * Builds the graph. Repeated nodes and edges count once; an edge from a competency to itself is a cycle.
     *
     * @throws IllegalArgumentException if an edge names a competency that is not among the nodes
     */
    public static <K> Built<K> build(Collection<K> nodes, Collection<Edge<K>> edges) {
        PrerequisiteGraph<K> graph = new PrerequisiteGraph<>(nodes, edges);
        return graph.order.size() == graph.before.size() ? new Acyclic<>(graph) : new Cyclic<>(graph.cycle());
    }

    /** Topological order by Kahn's algorithm: prerequisites first, otherwise as the nodes were given. */
    private List<K> sort() {
        Map<K, Integer> waiting = new LinkedHashMap<>();
        Deque<K> ready = new ArrayDeque<>();
        before.forEach((node, prerequisites) -> {
            waiting.put(node, prerequisites.size());
            if (prerequisites.isEmpty()) {
                ready.add(node);
            }
        });
        List<K> sorted = new ArrayList<>(before.size());
        while (!ready.isEmpty()) {
            K node = ready.remove();
            sorted.add(node);
            for (K next : known(after, node)) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return Collections.unmodifiableList(sorted);
    }

    /** Whatever could not be sorted has a prerequisite that could not either, so walking back has to meet itself. */
    private List<K> cycle() {
        Set<K> unsorted = new LinkedHashSet<>(before.keySet());
        new HashSet<>(order).forEach(unsorted::remove);
        List<K> walk = new ArrayList<>();
        Set<K> met = new HashSet<>();
        K node = unsorted.iterator().next();
        while (met.add(node)) {
            walk.add(node);
            node = known(before, node).stream()
                    .filter(unsorted::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<K> path = new ArrayList<>(walk.subList(walk.indexOf(node), walk.size()));
        path.add(node);
        Collections.reverse(path);
        return path;
    }

    /** All competencies, each after its prerequisites. */
    public List<K> order() {
        return order;
    }

    /** What comes directly before this competency. */
    public Set<K> prerequisites(K node) {
        return Collections.unmodifiableSet(known(before, node));
    }

    /** What this competency comes directly before. */
    public Set<K> dependents(K node) {
        return Collections.unmodifiableSet(known(after, node));
    }

    /** Ready to learn: not mastered, and all direct prerequisites mastered. */
    public Set<K> outerFringe(Set<K> mastered) {
        Set<K> fringe = new LinkedHashSet<>();
        for (K node : order) {
            if (!mastered.contains(node) && mastered.containsAll(known(before, node))) {
                fringe.add(node);
            }
        }
        return Collections.unmodifiableSet(fringe);
    }

    /** The most advanced of what is known: mastered, and nothing that directly depends on it is mastered. */
    public Set<K> innerFringe(Set<K> mastered) {
        Set<K> fringe = new LinkedHashSet<>();
        for (K node : order) {
            if (mastered.contains(node) && Collections.disjoint(known(after, node), mastered)) {
                fringe.add(node);
            }
        }
        return Collections.unmodifiableSet(fringe);
    }

    /**
     * What is left before the goal, in order, without the goal. Whatever is only needed for something that is already
     * mastered is not asked for again. Empty if the goal is mastered or can be started now.
     */
    public List<K> pathTo(K goal, Set<K> mastered) {
        known(before, goal);
        Set<K> left = new HashSet<>();
        Deque<K> open = new ArrayDeque<>(mastered.contains(goal) ? List.of() : List.of(goal));
        while (!open.isEmpty()) {
            for (K prerequisite : known(before, open.remove())) {
                if (!mastered.contains(prerequisite) && left.add(prerequisite)) {
                    open.add(prerequisite);
                }
            }
        }
        return order.stream().filter(left::contains).toList();
    }

    private static <K> Set<K> known(Map<K, Set<K>> neighbours, K node) {
        Set<K> known = neighbours.get(node);
        if (known == null) {
            throw new IllegalArgumentException(
                    "'" + node + "' is not in the graph. Add it to the nodes or remove what names it.");
        }
        return known;
    }
}
