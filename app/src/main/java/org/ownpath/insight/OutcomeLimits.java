package org.ownpath.insight;

/**
 * Where outcomes draw their lines.
 *
 * @param fewest figures of fewer students than this are not shown
 * @param quietDays nothing shown for so many days is quiet; nothing mastered for as many, though shown, is stalled
 * @param racingTimes how many times the median of masteries is racing
 * @param racingLeast how many masteries racing takes at least
 */
public record OutcomeLimits(int fewest, int quietDays, double racingTimes, int racingLeast) {

    /** Ten students; eight weeks; twice the median and three masteries. */
    public static final OutcomeLimits USUAL = new OutcomeLimits(10, 56, 2, 3);
}
