package org.ownpath.exchange.oneroster.rest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.Errand;
import org.ownpath.exchange.ImportRequest;
import org.ownpath.exchange.Imports;
import org.ownpath.exchange.OutsideCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads connected systems in the background, one after the other. What is to be done lies in the database: whichever copy
 * of the product takes it has it, and what a copy leaves undone is begun again after an hour.
 */
@Component
class SystemRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SystemRuns.class);
    private static final Duration CUT_OFF = Duration.ofHours(1);
    private static final Duration EVERYTHING_AFTER = Duration.ofDays(7);
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 7;

    private final SystemRows rows;
    private final Imports imports;
    private final OutsideCalls calls;
    private final Sealing sealing;
    private final Accounts accounts;
    private final Clock clock;
    private final Errand errand;

    SystemRuns(SystemRows rows, Imports imports, OutsideCalls calls, Sealing sealing, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.imports = imports;
        this.calls = calls;
        this.sealing = sealing;
        this.accounts = accounts;
        this.clock = clock;
        this.errand = new Errand("student-systems", accounts, () -> {
            askForWhatIsDue();
            work();
        });
    }

    @Override
    public void destroy() {
        errand.close();
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void look() {
        errand.go();
    }

    /** Begins at once with what waits in the current district. */
    void soon() {
        errand.soon();
    }

    /** Puts what the schedules ask for among the runs that wait; of two copies, one does. */
    void askForWhatIsDue() {
        Instant now = clock.instant();
        for (StudentSystem system : rows.all()) {
            if (system.nextRun().filter(next -> !next.isAfter(now)).isPresent()
                    && rows.takeDue(system.id(), now, system.schedule().next(now, clock.getZone()))) {
                boolean everything = rows.takenInAsOf(system.id(), true)
                        .map(last -> last.plus(EVERYTHING_AFTER).isBefore(now))
                        .orElse(true);
                rows.ask(system.id(), new SystemRows.Asked(everything, true, Optional.empty()), now);
            }
        }
    }

    /** Does what waits in the current district. */
    void work() {
        Optional<UUID> run = rows.take(clock.instant(), clock.instant().minus(CUT_OFF));
        while (run.isPresent()) {
            work(run.get());
            run = rows.take(clock.instant(), clock.instant().minus(CUT_OFF));
        }
    }

    private void work(UUID id) {
        SystemRun run = rows.run(id);
        Optional<StudentSystem> system = rows.find(run.system());
        try {
            read(run, system.orElseThrow(() -> new SystemFailed("The system was disconnected meanwhile.")));
            rows.wentWell(run.system());
        } catch (SystemFailed e) {
            fail(run, system, e.why());
        } catch (RuntimeException e) {
            if (!errand.isClosed()) {
                LOG.error("A roster could not be read from {}", run.system(), e);
                fail(run, system, "It met an error here: " + e.getMessage() + ". Try it again.");
            }
        }
    }

    private void read(SystemRun run, StudentSystem system) {
        Viewer viewer = accounts.viewer(rows.askedBy(run.id()).orElse(system.connectedBy()))
                .filter(account -> account.is(Role.ADMINISTRATOR))
                .orElseThrow(
                        () -> new SystemFailed(
                                "Whoever connected this system is no administrator any more. Disconnect it and connect it anew."));
        Optional<Instant> since = run.everything()
                ? Optional.empty()
                : rows.takenInAsOf(system.id(), false).map(last -> last.minus(OVERLAP));
        SystemCalls asking = new SystemCalls(calls, system.address(), secret(system.id()));
        RosterReading.Taken taken = RosterReading.of(asking, system.address(), since, clock.instant());
        Imports.Request request = new Imports.Request(
                "roster", system.name() + " (OneRoster)", Map.of(Imports.BY_ITSELF, String.valueOf(run.applied())));
        ImportRequest asked = imports.request(viewer, request, new ByteArrayInputStream(taken.archive()));
        if (asked instanceof ImportRequest.Accepted accepted) {
            rows.read(run.id(), taken, accepted.id(), clock.instant());
        } else {
            throw new SystemFailed(((ImportRequest.Refused) asked).reason());
        }
    }

    /** A schedule tries again soon, and ever later while it fails. */
    private void fail(SystemRun run, Optional<StudentSystem> system, String why) {
        rows.failed(run.id(), why, clock.instant());
        system.ifPresent(failing -> {
            Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failing.failures(), MOST_DOUBLINGS));
            rows.failed(failing.id(), Optional.of(clock.instant().plus(wait)));
        });
    }

    String secret(StudentSystemId id) {
        return new String(sealing.open(rows.secret(id), StudentSystems.PURPOSE), StandardCharsets.UTF_8);
    }
}
