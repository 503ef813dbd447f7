package org.ownpath.insight;

import java.time.Instant;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/**
 * Where outcomes draw their lines.
 *
 * @param fewest figures of fewer students than this are not shown
 * @param quietDays nothing shown for so many days is quiet; stalled takes at least as many without a mastery
 * @param times how many times as fast as the median student is racing, and as slow is stalled
 * @param racingLeast how many masteries racing takes at least
 */
public record OutcomeLimits(int fewest, int quietDays, double times, int racingLeast) {

    /** Ten students; eight weeks; twice the median and three masteries. */
    public static final OutcomeLimits USUAL = new OutcomeLimits(10, 56, 2, 3);

    /** With the fewest students that the district has chosen. */
    static OutcomeLimits chosen(ChoiceBook choices, Instant now) {
        return new OutcomeLimits(
                choices.inForce(Settings.SMALLEST_GROUP, Place.DISTRICT, now),
                USUAL.quietDays(),
                USUAL.times(),
                USUAL.racingLeast());
    }
}
