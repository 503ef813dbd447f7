package org.ownpath.exchange.xapi.cmi5;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.AccountId;

/**
 * A course that was imported.
 *
 * @param account speaks for it; nobody signs in with it
 * @param endedAt empty while it can be opened
 */
public record Course(
        CourseId id, CourseStructure structure, AccountId account, Instant madeAt, Optional<Instant> endedAt) {

    /** As people call it. */
    public String title() {
        return structure.named().title();
    }
}
