package org.ownpath.assessment;

import java.time.Duration;
import java.util.List;

/**
 * What a school offers to whoever wants to show something.
 *
 * @param ways in which it can be shown
 * @param coolingOff how long after a result another try at the same is open
 * @param linkHolds how long the link of an outside assessor holds
 * @param recall the chance of recall below which a short check is proposed
 */
public record Offer(List<Way> ways, Duration coolingOff, Duration linkHolds, double recall) {

    /** What holds for every school. */
    public static final Offer STANDARD = new Offer(Way.TO_CHOOSE, Duration.ZERO, Duration.ofDays(14), 0.8);

    /** Keeps its own copy of the ways. */
    public Offer {
        ways = List.copyOf(ways);
    }
}
