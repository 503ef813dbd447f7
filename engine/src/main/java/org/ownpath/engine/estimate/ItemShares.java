package org.ownpath.engine.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The share of right answers to each item, drawn towards the share over all where an item has few. */
final class ItemShares {

    private static final double STRENGTH = 10;

    private final Map<String, Double> shares = new HashMap<>();
    private final double overall;

    ItemShares(List<Attempt> attempts) {
        Map<String, int[]> counts = new HashMap<>();
        double rights = 0;
        for (Attempt attempt : attempts) {
            int[] count = counts.computeIfAbsent(attempt.item(), item -> new int[2]);
            count[attempt.right() ? 1 : 0]++;
            rights += attempt.right() ? 1 : 0;
        }
        overall = rights / attempts.size();
        counts.forEach(
                (item, count) -> shares.put(item, (count[1] + STRENGTH * overall) / (count[0] + count[1] + STRENGTH)));
    }

    double of(String item) {
        return shares.getOrDefault(item, overall);
    }
}
