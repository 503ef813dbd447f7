package org.ownpath.assessment;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Which demonstration has which open time. */
@Component
class Bookings {

    /** Why a time cannot be booked, whatever the reason: what matters is to choose another. */
    static final String TAKEN =
            "This time is taken, or has passed, or you have booked another time then. Choose another.";

    private final OpenTimeRows times;
    private final DemonstrationRows rows;
    private final Steps steps;
    private final Clock clock;

    Bookings(OpenTimeRows times, DemonstrationRows rows, Steps steps, Clock clock) {
        this.times = times;
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
    }

    /** The time, if the student can have it for a demonstration; held until the transaction ends. */
    Optional<OpenTime> open(StudentId student, DemonstrationId demonstration, OpenTimeId id, Collection<PersonId> of) {
        return times.lock(id)
                .filter(time -> time.free(clock.instant()))
                .filter(time -> of.contains(time.teacher()))
                .filter(time -> !times.elsewhere(student, demonstration, time));
    }

    /** Books a time that is held, in the place of the one before. */
    void take(Viewer student, Demonstration demonstration, OpenTime open) {
        boolean moved = free(demonstration.id());
        times.book(student, open.id(), demonstration.id(), clock.instant());
        Move move = moved ? Move.REBOOKED : Move.BOOKED;
        steps.add(student, demonstration, move, moved ? "" : demonstration.note(), Optional.of(open.begins()));
    }

    /** Cancels the time of a demonstration, which is agreed without a time then; whether it had one. */
    boolean cancel(Viewer viewer, Demonstration demonstration, String words) {
        if (!free(demonstration.id())) {
            return false;
        }
        rows.clearTime(demonstration.id());
        steps.add(viewer, demonstration, Move.TIME_CANCELLED, words, demonstration.meetsAt());
        return true;
    }

    /** Frees a time that is still to come, of a demonstration that does not need it any more. */
    void spare(DemonstrationId demonstration) {
        times.of(demonstration)
                .filter(time -> time.begins().isAfter(clock.instant()))
                .ifPresent(time -> free(demonstration));
    }

    /** Frees the time of a demonstration that goes on without it, or no more; whether it had one. */
    boolean free(DemonstrationId demonstration) {
        return times.free(demonstration, clock.instant());
    }
}
