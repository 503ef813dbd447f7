package org.ownpath.assessment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ownpath.policy.ReadinessGate;

/**
 * What a school offers to whoever wants to show something.
 *
 * @param ways in which it can be shown; none where students do not ask
 * @param atOnce whether a task of the library may be begun without waiting for an answer
 * @param gate what to do before what comes first is shown
 * @param coolingOff how long after a result another try at the same is open
 * @param mostTries how often the same may be asked for within a year; empty for as often as one likes
 */
public record Offer(
        List<Way> ways, boolean atOnce, ReadinessGate gate, Duration coolingOff, Optional<Integer> mostTries) {

    /** Keeps its own copy of the ways. */
    public Offer {
        ways = List.copyOf(ways);
    }
}
