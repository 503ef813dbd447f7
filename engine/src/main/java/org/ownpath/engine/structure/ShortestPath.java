package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.ownpath.engine.PrerequisiteGraph;

/**
 * The least to learn for a goal. Without alternatives it is everything before the goal that is not mastered, stopping at
 * what is. With alternatives, choosing them is a search for a cheapest solution of an and-or graph whose parts are
 * shared, which is NP-hard; it is done by branch and bound, and is exact for up to a million steps of search.
 */
public final class ShortestPath {

    private ShortestPath() {}

    /**
     * From what is mastered to the goal. Among steps that could come next, the one of the lowest level comes first, then
     * the one with the least effort.
     *
     * @throws IllegalArgumentException if the goal is not in the structure or an effort is below 0
     */
    public static <K> LearningPath<K> to(K goal, Set<K> mastered, Prerequisites<K> structure, Burden<K> burden) {
        structure.groups(goal);
        if (mastered.contains(goal)) {
            return new LearningPath<>(List.of(), 0, true);
        }
        CheapestChoice<K> choice = new CheapestChoice<>(structure, burden, mastered);
        Set<K> needed = choice.toReach(goal);
        return new LearningPath<>(inOrder(needed, mastered, structure, burden), choice.effort(), choice.proven());
    }

    /** The same where every prerequisite is needed. */
    public static <K> LearningPath<K> to(K goal, Set<K> mastered, PrerequisiteGraph<K> graph, Burden<K> burden) {
        return to(goal, mastered, Prerequisites.of(graph), burden);
    }

    private static <K> List<K> inOrder(Set<K> needed, Set<K> mastered, Prerequisites<K> structure, Burden<K> burden) {
        Set<K> known = new HashSet<>(mastered);
        Set<K> queued = new HashSet<>();
        PriorityQueue<K> open = new PriorityQueue<>(lowestFirst(structure, burden));
        Map<K, List<K>> after = after(needed, structure);
        needed.stream()
                .filter(k -> open(k, known, structure))
                .filter(queued::add)
                .forEach(open::add);
        List<K> steps = new ArrayList<>();
        while (!open.isEmpty()) {
            K step = open.remove();
            steps.add(step);
            known.add(step);
            after.getOrDefault(step, List.of()).stream()
                    .filter(k -> open(k, known, structure))
                    .filter(queued::add)
                    .forEach(open::add);
        }
        return steps;
    }

    private static <K> Comparator<K> lowestFirst(Prerequisites<K> structure, Burden<K> burden) {
        Map<K, Integer> place = new HashMap<>();
        structure.order().forEach(competency -> place.put(competency, place.size()));
        return Comparator.<K>comparingInt(burden.level())
                .thenComparingDouble(burden::of)
                .thenComparingInt(k -> Optional.ofNullable(place.get(k)).orElseThrow());
    }

    private static <K> Map<K, List<K>> after(Set<K> needed, Prerequisites<K> structure) {
        Map<K, List<K>> after = new HashMap<>();
        for (K competency : needed) {
            structure.groups(competency).stream()
                    .flatMap(Set::stream)
                    .forEach(before -> after.computeIfAbsent(before, k -> new ArrayList<>())
                            .add(competency));
        }
        return after;
    }

    private static <K> boolean open(K competency, Set<K> known, Prerequisites<K> structure) {
        return structure.groups(competency).stream()
                .allMatch(group -> group.stream().anyMatch(known::contains));
    }
}
