package org.ownpath.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** As of when something is read: as it is now, or as it stood at an earlier moment, by what was known then. */
public sealed interface AsOf {

    /** As it is. */
    static AsOf now() {
        return new Now();
    }

    /** As it stood when a day ended where the clock hangs. A day that has not ended is now. */
    static AsOf endOf(LocalDate day, Clock clock) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1000);
        return end.isBefore(clock.instant()) ? new Earlier(end) : now();
    }

    /** The moment, where it is not now. */
    Optional<Instant> earlier();

    /** The moment, given what the clock says. */
    default Instant at(Instant now) {
        return earlier().orElse(now);
    }

    /** As it is now. */
    record Now() implements AsOf {

        @Override
        public Optional<Instant> earlier() {
            return Optional.empty();
        }
    }

    /** As it stood at an earlier moment. */
    record Earlier(Instant moment) implements AsOf {

        @Override
        public Optional<Instant> earlier() {
            return Optional.of(moment);
        }
    }
}
