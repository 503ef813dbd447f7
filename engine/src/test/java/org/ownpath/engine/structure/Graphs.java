package org.ownpath.engine.structure;

import java.util.Arrays;
import java.util.List;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;

/** Graphs in few words. */
final class Graphs {

    private Graphs() {}

    /** Each edge is "before after". */
    static PrerequisiteGraph<String> of(List<String> nodes, String... edges) {
        return of(
                nodes,
                Arrays.stream(edges)
                        .map(edge -> edge.split(" "))
                        .map(edge -> new Edge<>(edge[0], edge[1]))
                        .toList());
    }

    static <K> PrerequisiteGraph<K> of(List<K> nodes, List<Edge<K>> edges) {
        return ((PrerequisiteGraph.Acyclic<K>) PrerequisiteGraph.build(nodes, edges)).graph();
    }
}
