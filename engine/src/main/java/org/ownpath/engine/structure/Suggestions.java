package org.ownpath.engine.structure;

import java.util.List;

/**
 * What the records say of prerequisites.
 *
 * @param edges those to add, the surest first, without those that follow from others
 * @param together pairs that are mastered together, so that the records cannot say which comes first
 * @param tested how many ordered pairs had enough support to be tested
 */
public record Suggestions<K>(List<Suggestion<K>> edges, List<Suggestion<K>> together, int tested) {
    public Suggestions {
        edges = List.copyOf(edges);
        together = List.copyOf(together);
    }
}
