package org.ownpath.engine.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which alternatives to take so that a goal is reached with the least effort, by depth-first branch and bound. A branch
 * is left when its effort, plus the cheapest member of its dearest open group, does not beat the best so far.
 */
final class CheapestChoice<K> {

    private static final int MOST_STEPS = 1_000_000;

    private final Prerequisites<K> structure;
    private final Map<K, Double> effort = new HashMap<>();
    private final Map<K, Double> least = new HashMap<>();
    private final Set<K> mastered;
    private Set<K> best = Set.of();
    private double bestEffort = Double.POSITIVE_INFINITY;
    private int steps;

    CheapestChoice(Prerequisites<K> structure, Burden<K> burden, Set<K> mastered) {
        this.structure = structure;
        this.mastered = mastered;
        for (K competency : structure.order()) {
            effort.put(competency, burden.of(competency));
            least.put(competency, mastered.contains(competency) ? 0 : least(competency));
        }
    }

    /** What reaching it costs at least from what is mastered; the members of a group are tried in this order. */
    private double least(K competency) {
        double dearest = 0;
        for (Set<K> group : structure.groups(competency)) {
            dearest = Math.max(dearest, cheapest(group, least));
        }
        return value(effort, competency) + dearest;
    }

    private double cheapest(Set<K> group, Map<K, Double> by) {
        return group.stream().mapToDouble(member -> value(by, member)).min().orElseThrow();
    }

    Set<K> toReach(K goal) {
        Set<K> needed = new LinkedHashSet<>();
        List<Set<K>> open = new ArrayList<>();
        double spent = need(goal, needed, open);
        branch(needed, open, spent);
        return best;
    }

    double effort() {
        return bestEffort;
    }

    boolean proven() {
        return steps <= MOST_STEPS;
    }

    /** Takes a competency in, with whatever has no alternative, and gathers the groups that leave a choice. */
    private double need(K competency, Set<K> needed, List<Set<K>> open) {
        double spent = 0;
        Deque<K> asked = new ArrayDeque<>(List.of(competency));
        while (!asked.isEmpty()) {
            K next = asked.remove();
            if (mastered.contains(next) || !needed.add(next)) {
                continue;
            }
            spent += value(effort, next);
            for (Set<K> group : structure.groups(next)) {
                if (group.size() == 1) {
                    asked.addAll(group);
                } else if (group.stream().noneMatch(mastered::contains)) {
                    open.add(group);
                }
            }
        }
        return spent;
    }

    private void branch(Set<K> needed, List<Set<K>> groups, double spent) {
        List<Set<K>> open = groups.stream()
                .filter(group -> group.stream().noneMatch(needed::contains))
                .toList();
        double atLeast = open.stream()
                .mapToDouble(group -> cheapest(group, effort))
                .max()
                .orElse(0);
        if (spent + atLeast >= bestEffort || (++steps > MOST_STEPS && !best.isEmpty())) {
            return;
        }
        if (open.isEmpty()) {
            best = needed;
            bestEffort = spent;
            return;
        }
        open.get(0).stream()
                .sorted((a, b) -> Double.compare(value(least, a), value(least, b)))
                .forEach(member -> {
                    Set<K> more = new LinkedHashSet<>(needed);
                    List<Set<K>> left = new ArrayList<>(open.subList(1, open.size()));
                    double added = need(member, more, left);
                    branch(more, left, spent + added);
                });
    }

    private double value(Map<K, Double> map, K competency) {
        return Optional.ofNullable(map.get(competency)).orElseThrow();
    }
}
