package org.ownpath.pathway;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** What an activity has led to: how many who did it mastered what it is for, beside similar students who did not do it. */
public sealed interface Effect {

    /** Fewer cases than this say nothing. */
    int FEWEST = 10;

    /** Too few have done it, or too lately, to say. */
    record TooFew(int cases) implements Effect {}

    /**
     * Enough have done it.
     *
     * @param cases how many who did it are compared
     * @param did which share of what it is for they mastered in time, from 0 to 1
     * @param others which share similar students did, who did not do it
     * @param low the lower end of what the difference may well be: nine of ten such ranges hold the true one
     * @param high its upper end
     */
    record Seen(int cases, double did, double others, double low, double high) implements Effect {

        /** Whether it has clearly gone with more mastery. */
        public boolean more() {
            return low > 0;
        }

        /** Whether it has clearly gone with less. */
        public boolean less() {
            return high < 0;
        }
    }

    /**
     * One student who did it, beside similar ones.
     *
     * @param did the share that the student mastered
     * @param others the mean share of those like the student
     */
    record Matched(double did, double others) {}

    /** From matched cases: the mean difference with a range of 90% by Student's t. */
    static Effect of(List<Matched> cases) {
        int n = cases.size();
        if (n < FEWEST) {
            return new TooFew(n);
        }
        double did = cases.stream().mapToDouble(Matched::did).average().orElseThrow();
        double others = cases.stream().mapToDouble(Matched::others).average().orElseThrow();
        double squares = cases.stream()
                .mapToDouble(c -> Math.pow(c.did() - c.others() - (did - others), 2))
                .sum();
        double width = TDistribution.of(n - 1).inverseCumulativeProbability(0.95) * Math.sqrt(squares / (n - 1) / n);
        return new Seen(n, did, others, did - others - width, did - others + width);
    }
}
