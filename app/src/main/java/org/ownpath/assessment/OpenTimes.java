package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Counted;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of open times: a teacher offers them, a student books one for a demonstration, and either moves or
 * cancels it, which the other is told.
 */
@Component
public class OpenTimes {

    private final OpenTimeRows times;
    private final DemonstrationRows rows;
    private final Bookings bookings;
    private final Demonstrations demonstrations;
    private final Access access;
    private final Clock clock;

    OpenTimes(
            OpenTimeRows times,
            DemonstrationRows rows,
            Bookings bookings,
            Demonstrations demonstrations,
            Access access,
            Clock clock) {
        this.times = times;
        this.rows = rows;
        this.bookings = bookings;
        this.demonstrations = demonstrations;
        this.access = access;
        this.clock = clock;
    }

    /** The viewer's own times that have not ended, free and booked, first to last. */
    public List<OpenTime> of(Viewer viewer) {
        access.requireStaff(viewer);
        return times.of(List.of(viewer.person()), clock.instant());
    }

    /** What can still be booked with these teachers, first to last. */
    public List<OpenTime> free(Collection<PersonId> teachers) {
        Instant now = clock.instant();
        return times.of(teachers, now).stream().filter(time -> time.free(now)).toList();
    }

    /** The time that is booked for a demonstration. */
    public Optional<OpenTime> of(Demonstration demonstration) {
        return times.of(demonstration.id());
    }

    /** A teacher offers hours. Where one of their times stands already, or overlaps, none is added: offered twice, it is once. */
    @Transactional
    public Reply offer(Viewer viewer, OpenHours hours) {
        access.requireStaff(viewer);
        Instant now = clock.instant();
        List<String> problems = hours.problems(now);
        if (!problems.isEmpty()) {
            return new Reply.Refused(problems);
        }
        long added = hours.spans().stream()
                .filter(span -> span.begins().isAfter(now))
                .filter(span -> times.add(viewer, span, hours.place().strip(), now))
                .count();
        access.audit(
                viewer,
                "open_times.offered",
                viewer.person().toString(),
                Counted.of(added, "time") + " on " + hours.day());
        return new Reply.Done();
    }

    /** A teacher takes a time back; whoever has booked it is told in these words. */
    @Transactional
    public Reply withdraw(Viewer viewer, OpenTimeId id, String words) {
        OpenTime time = times.lock(id)
                .filter(found -> found.teacher().equals(viewer.person()))
                .orElseThrow(() -> new NotAllowed("This time is not offered, or not by you. Look at your open times."));
        if (time.bookedFor().isPresent() && words.isBlank()) {
            return Reply.refused("A student has booked this time. Write in a few words why it cannot be.");
        }
        time.bookedFor().flatMap(rows::find).ifPresent(booked -> bookings.cancel(viewer, booked, words));
        times.withdraw(id, clock.instant());
        access.audit(viewer, "open_times.withdrawn", id.toString(), words.strip());
        return new Reply.Done();
    }

    /** The student books a time for a demonstration that is under way; a time that it had before is free again. */
    @Transactional
    public Reply book(Viewer viewer, DemonstrationId id, OpenTimeId time) {
        Demonstration found = rows.find(id)
                .filter(d -> d.student().equals(StudentId.of(viewer.person())))
                .orElseThrow(() -> new NotAllowed("This request is not here, or not yours."));
        if (!Move.BOOKED.possibleAt(found.stage()) || found.way() == Way.SHORT_CHECK) {
            return Reply.refused("It is " + found.stage().words() + ". No time can be booked for it now.");
        }
        Optional<OpenTime> wanted = bookings.open(found.student(), id, time, List.of(found.assessor()));
        if (wanted.isEmpty()) {
            return Reply.refused(Bookings.TAKEN);
        }
        OpenTime open = wanted.get();
        if (!rows.move(id, Move.BOOKED, Optional.of(open.begins()), clock.instant())) {
            return Reply.refused("This has moved on. Look at it again.");
        }
        bookings.take(viewer, found, open);
        return new Reply.Done();
    }

    /** The student, or whoever answers for the demonstration, cancels its time; a teacher says why. */
    @Transactional
    public Reply cancel(Viewer viewer, DemonstrationId id, String words) {
        Demonstration found = rows.find(id)
                .filter(d -> own(viewer, d) || demonstrations.answers(viewer, d))
                .orElseThrow(() -> new NotAllowed("This request is not here, or not yours to answer."));
        if (!own(viewer, found) && words.isBlank()) {
            return Reply.refused("A few words are missing. Say why the time cannot be.");
        }
        if (!found.stage().open() || !bookings.cancel(viewer, found, words)) {
            return Reply.refused("No time is booked for it any more. Look at it again.");
        }
        return new Reply.Done();
    }

    private static boolean own(Viewer viewer, Demonstration demonstration) {
        return demonstration.student().equals(StudentId.of(viewer.person()));
    }
}
