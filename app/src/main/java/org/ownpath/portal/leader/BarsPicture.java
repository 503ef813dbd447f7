package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.List;
import org.ownpath.insight.Comparison;

/**
 * How much of what was begun stands mastered, today and as drafted: two bars for each subject, in shares of what was begun
 * in it, on a canvas 560 wide.
 */
public record BarsPicture(List<Pair> pairs, int height) {

    private static final int FULL = 330;
    private static final int EACH = 58;

    /** The bars of one subject. */
    public record Pair(Comparison.Line line, int y, int widthToday, int widthDrafted) {

        /** In hundredths of what was begun. */
        public long percentToday() {
            return share(line.flow().masteredToday(), line.flow().all(), 100);
        }

        /** In hundredths of what was begun. */
        public long percentDrafted() {
            return share(line.flow().masteredDrafted(), line.flow().all(), 100);
        }
    }

    static BarsPicture of(List<Comparison.Line> lines) {
        List<Pair> pairs = new ArrayList<>();
        for (Comparison.Line line : lines) {
            long all = line.flow().all();
            pairs.add(
                    new Pair(line, pairs.size() * EACH, (int) share(line.flow().masteredToday(), all, FULL), (int)
                            share(line.flow().masteredDrafted(), all, FULL)));
        }
        return new BarsPicture(pairs, Math.max(1, pairs.size()) * EACH);
    }

    private static long share(long part, long all, int of) {
        return all == 0 ? 0 : Math.round((double) of * part / all);
    }
}
