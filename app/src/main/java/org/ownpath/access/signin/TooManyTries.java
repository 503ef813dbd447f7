package org.ownpath.access.signin;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** The door is closed for a while. */
final class TooManyTries extends LockedException {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries");
        this.wait = wait;
    }

    /** Whole minutes until it opens, at least one. */
    long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
