package org.ownpath.credential;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/** A key with which the district signs what it issues: its public half, and whether it still counts. */
public record SigningKey(KeyId id, PublicKey key, Instant madeAt, Optional<Withdrawal> withdrawal) {

    /** Since when the key vouches for nothing any more, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** Whether what it signed can be relied upon. */
    public boolean vouches() {
        return withdrawal.isEmpty();
    }
}
