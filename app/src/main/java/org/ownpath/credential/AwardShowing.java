package org.ownpath.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a student shows an award to the world.
 *
 * @param address what the address ends with, which nobody guesses
 */
public record AwardShowing(AwardId award, String address, Instant expiresAt, Optional<Instant> withdrawnAt) {

    /** Whether it opens at this moment. */
    public boolean opensAt(Instant moment) {
        return withdrawnAt.isEmpty() && moment.isBefore(expiresAt);
    }
}
