package org.ownpath.exchange.xapi.cmi5;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.AccountId;

/**
 * A course that was imported.
 *
 * @param named what the school calls it; at first what its package does
 * @param account speaks for it; nobody signs in with it
 * @param endedAt empty while it can be opened
 */
public record Course(
        CourseId id,
        CourseStructure structure,
        CourseStructure.Named named,
        AccountId account,
        Instant madeAt,
        Optional<Instant> endedAt) {

    /** As people call it. */
    public String title() {
        return named.title();
    }
}
