package org.ownpath.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A badge that the district gives.
 *
 * @param months for how long it is good; empty for good
 */
public record Badge(
        BadgeId id,
        String title,
        String description,
        Earning earning,
        OptionalInt months,
        Instant madeAt,
        Optional<Instant> retiredAt) {

    /** Whether it can still be earned. */
    public boolean given() {
        return retiredAt.isEmpty();
    }

    /** Whether it is earned by mastery alone. */
    public boolean automatic() {
        return earning instanceof Earning.ByMastery;
    }
}
