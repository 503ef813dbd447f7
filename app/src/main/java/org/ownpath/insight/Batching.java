package org.ownpath.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.SchoolYear;
import org.ownpath.policy.Settings;
import org.ownpath.shared.AsOf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door of the comparison with batching: what grouping and promoting by age does to the students there are,
 * measured, and what would follow under both ways, simulated.
 */
@Component
public class Batching {

    private final Outcomes outcomes;
    private final ProjectionRows rows;
    private final ProjectionQueue queue;
    private final DesignChoices choices;
    private final Access access;
    private final Clock clock;

    Batching(
            Outcomes outcomes,
            ProjectionRows rows,
            ProjectionQueue queue,
            DesignChoices choices,
            Access access,
            Clock clock) {
        this.outcomes = outcomes;
        this.rows = rows;
        this.queue = queue;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** Measured: promotion, and the spread inside each age. */
    public record Measured(Promotion promotion, List<AgeSpread> ages) {}

    /** What promotion by age does in one subject since the last day of promotion. */
    public Measured measured(Viewer viewer, String subject) {
        return measured(viewer, subject, AsOf.now());
    }

    /** What it had done then. */
    public Measured measured(Viewer viewer, String subject, AsOf asOf) {
        requireLeader(viewer);
        Instant end = asOf.at(clock.instant());
        Span year = new Span(year(end).begunBy(SchoolTime.day(end).minusDays(1)), end, asOf);
        SubjectOutcomes shown = outcomes.of(viewer, year, Optional.of(subject));
        return new Measured(
                Promotion.of(shown),
                outcomes.parts(viewer, shown, By.AGE).stream()
                        .filter(part -> !part.value().isEmpty())
                        .map(AgeSpread::of)
                        .toList());
    }

    private SchoolYear year(Instant at) {
        return choices.book().inForce(Settings.YEAR, Place.DISTRICT, at);
    }

    /** Begins to simulate a subject, unless that is under way. */
    @Transactional
    public void project(Viewer viewer, String subject) {
        requireLeader(viewer);
        rows.add(viewer, subject).ifPresent(id -> {
            access.audit(viewer, "projection.requested", subject, "");
            startAfterCommit(viewer, id);
        });
    }

    /** Stops the simulation of a subject that is under way; nothing of it remains. */
    @Transactional
    public void cancel(Viewer viewer, String subject) {
        requireLeader(viewer);
        if (rows.cancel(subject)) {
            access.audit(viewer, "projection.cancelled", subject, "");
        }
    }

    /** The newest simulation of a subject, whatever became of it. */
    public Optional<ProjectionRun> latest(Viewer viewer, String subject) {
        requireLeader(viewer);
        return rows.latest(subject);
    }

    /** The newest simulation of a subject that is done. */
    public Optional<ProjectionRun> latestDone(Viewer viewer, String subject) {
        return latestDone(viewer, subject, AsOf.now());
    }

    /** The newest that there was then. */
    public Optional<ProjectionRun> latestDone(Viewer viewer, String subject, AsOf asOf) {
        requireLeader(viewer);
        return rows.latestDone(subject, asOf.at(clock.instant()));
    }

    private void startAfterCommit(Viewer viewer, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                queue.start(viewer.district(), id);
            }
        });
    }

    private void requireLeader(Viewer viewer) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
    }
}
