package org.ownpath;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.springframework.context.annotation.Primary;

/**
 * The time of the machine, unless a test has stopped it at a moment. Stop it in the past only: what is due in the future
 * would happen to everybody.
 */
@Primary
public final class MovableClock extends Clock {

    private volatile Optional<Instant> stopped = Optional.empty();

    /** From now on it is this moment. */
    public void stopAt(Instant moment) {
        stopped = Optional.of(moment);
    }

    /** It is the time of the machine again. */
    public void goOn() {
        stopped = Optional.empty();
    }

    @Override
    public Instant instant() {
        return stopped.orElseGet(Instant::now);
    }

    @Override
    public ZoneId getZone() {
        return SchoolTime.zone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
