package org.ownpath.engine.estimate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far two people who rated the same work agree.
 *
 * @param works how much work both rated
 * @param exact the share that both put on the same level, from 0 to 1
 * @param adjacent the share that both put on the same level or on neighbouring ones, from 0 to 1
 * @param kappa the quadratic weighted kappa: 1 for perfect agreement, 0 for what chance alone would give; empty where
 *     both put everything on one and the same level, so that chance alone would agree too
 * @param difference how many levels the first rates higher on average; below 0 the first is the more severe
 */
public record RaterAgreement(int works, double exact, double adjacent, OptionalDouble kappa, double difference) {

    /** The levels that two people gave to one piece of work, from 0 on. */
    public record Pair(int first, int second) {}

    /**
     * From pairs of levels: {@code kappa = 1 - sum(w_ij O_ij) / sum(w_ij E_ij)} with {@code w_ij = (i - j)^2 / (k - 1)^2},
     * O the counts observed and E those expected of two independent raters with the same totals. Source: Cohen, Weighted
     * kappa: nominal scale agreement with provision for scaled disagreement or partial credit, Psychological Bulletin,
     * 1968. Every statement is about the pairs given: few pairs tell little.
     *
     * @param levels k, how many levels there are; 2 or more
     * @throws IllegalArgumentException if there is no pair, or a level is not from 0 to k - 1
     */
    public static RaterAgreement of(List<Pair> pairs, int levels) {
        if (pairs.isEmpty() || levels < 2) {
            throw new IllegalArgumentException("Agreement over " + pairs.size() + " works on " + levels
                    + " levels is none. Give at least one work that both rated, and two levels.");
        }
        int[] firsts = new int[levels];
        int[] seconds = new int[levels];
        double observed = 0;
        double exact = 0;
        double adjacent = 0;
        double difference = 0;
        for (Pair pair : pairs) {
            check(pair.first(), levels);
            check(pair.second(), levels);
            firsts[pair.first()]++;
            seconds[pair.second()]++;
            int apart = pair.first() - pair.second();
            observed += (double) apart * apart;
            exact += apart == 0 ? 1 : 0;
            adjacent += Math.abs(apart) <= 1 ? 1 : 0;
            difference += apart;
        }
        int n = pairs.size();
        double expected = expected(firsts, seconds, n);
        OptionalDouble kappa = expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed / expected);
        return new RaterAgreement(n, exact / n, adjacent / n, kappa, difference / n);
    }

    /** The squared distances that independent raters would give; the factor (k - 1)^2 is left out of both sums. */
    private static double expected(int[] firsts, int[] seconds, int n) {
        double expected = 0;
        for (int i = 0; i < firsts.length; i++) {
            for (int j = 0; j < seconds.length; j++) {
                expected += (double) (i - j) * (i - j) * firsts[i] * seconds[j] / n;
            }
        }
        return expected;
    }

    private static void check(int level, int levels) {
        if (level < 0 || level >= levels) {
            throw new IllegalArgumentException("Level " + level + " is not from 0 to " + (levels - 1)
                    + ". Number the levels of the scale from 0.");
        }
    }
}
