package org.ownpath.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * One simulation of a subject that was asked for.
 *
 * @param problem why it failed
 * @param result what it gave, once it is done
 */
public record ProjectionRun(
        String subject,
        State state,
        Instant requestedAt,
        Done done,
        Optional<String> problem,
        Optional<Projection> result) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** How far it is; a total of 0 while it reads evidence. */
    public record Done(long done, long total) {

        /** In whole hundredths. */
        public long percent() {
            return Figure.percent(done, total);
        }
    }

    /** Whether it is at work or waits for its turn. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
