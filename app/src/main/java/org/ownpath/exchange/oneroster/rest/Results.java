package org.ownpath.exchange.oneroster.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what connected systems are sent of their classes' gradebooks. */
@Component
public class Results {

    private static final int SHOWN = 50;

    private final SentRows rows;
    private final Access access;
    private final Clock clock;

    Results(SentRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /**
     * How far the sending to one system has come.
     *
     * @param next when it is looked what is to be sent; empty where nothing is sent
     */
    public record Sent(
            Optional<Instant> next, long arrived, long failed, List<SentResult> failures, List<SentResult> newest) {}

    /** What a system was sent, and what did not arrive and why. */
    public Sent of(Viewer viewer, StudentSystemId system) {
        access.require(viewer, Role.ADMINISTRATOR);
        return new Sent(
                rows.nextSending(system),
                rows.count(system, false),
                rows.count(system, true),
                rows.failed(system, SHOWN),
                rows.newest(system, SHOWN));
    }

    /** Sends a system its classes' results from now on, a few seconds from now and then every quarter of an hour. */
    @Transactional
    public void send(Viewer viewer, StudentSystemId system) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.sendFrom(system, Optional.of(clock.instant()));
        access.audit(viewer, "results.sent", system.toString(), "");
    }

    /** Sends it nothing more. What arrived stays there. */
    @Transactional
    public void stop(Viewer viewer, StudentSystemId system) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.sendFrom(system, Optional.empty());
        access.audit(viewer, "results.stopped", system.toString(), "");
    }
}
