package org.ownpath.support;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one look found, and for how long that holds if nothing new is shown.
 *
 * @param again the first moment at which time alone may make the look find something else; empty: never
 */
record Glance(Optional<SubjectWork.Finding> finding, Optional<Instant> again) {

    /** Nothing, and time changes nothing about it. */
    static final Glance NOTHING = new Glance(Optional.empty(), Optional.empty());

    static Glance nothingBefore(Optional<Instant> again) {
        return new Glance(Optional.empty(), again);
    }

    static Glance found(SubjectWork.Finding finding, Optional<Instant> again) {
        return new Glance(Optional.of(finding), again);
    }

    /** What holds up to a moment and with it may hold no more after it. */
    static Instant justAfter(Instant moment) {
        return moment.plusNanos(1000);
    }

    /** The first of these moments that is still to come. */
    static Optional<Instant> first(Instant now, Stream<Instant> moments) {
        return moments.filter(moment -> moment.isAfter(now)).min(Instant::compareTo);
    }
}
