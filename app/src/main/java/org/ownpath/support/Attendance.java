package org.ownpath.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.Change;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of support for whether students were at school, as the school's own system tells it. It enters no
 * judgement of mastery: it is a reason to look at somebody, and nothing more.
 */
@Component
public class Attendance {

    private static final int AT_ONCE = 5000;

    private final AttendanceRows rows;
    private final Watch watch;
    private final Access access;
    private final Clock clock;

    Attendance(AttendanceRows rows, Watch watch, Access access, Clock clock) {
        this.rows = rows;
        this.watch = watch;
        this.access = access;
        this.clock = clock;
    }

    /** What these days would add or change. */
    public List<Change> plan(Collection<SchoolDay> days) {
        List<Change> changes = new ArrayList<>();
        for (List<SchoolDay> some : inParts(days)) {
            Map<Key, SchoolDay.Presence> known = known(some);
            for (SchoolDay day : some) {
                SchoolDay.Presence before = known.get(Key.of(day));
                if (before != day.presence()) {
                    changes.add(change(day, before == null ? "" : before.code() + " before"));
                }
            }
        }
        return changes;
    }

    private static Change change(SchoolDay day, String before) {
        return new Change(
                before.isEmpty() ? Change.Kind.ADD : Change.Kind.CHANGE,
                "school day",
                day.day() + ", " + day.presence().code(),
                before);
    }

    /** Keeps these days, the last word about each; gives what that has added or changed. The same again changes nothing. */
    @Transactional
    public List<Change> keep(Viewer viewer, Collection<SchoolDay> days) {
        access.require(viewer, Role.ADMINISTRATOR);
        List<Change> changes = plan(days);
        for (List<SchoolDay> some : inParts(days)) {
            rows.keep(some, clock.instant());
        }
        watch.due(days.stream().map(SchoolDay::student).collect(Collectors.toSet()));
        access.audit(viewer, "attendance.kept", "", changes.size() + " school days");
        return changes;
    }

    /** The latest day that can be told of. */
    public LocalDate latest() {
        return LocalDate.now(clock).plusDays(1);
    }

    private Map<Key, SchoolDay.Presence> known(List<SchoolDay> days) {
        LocalDate since =
                days.stream().map(SchoolDay::day).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        Map<Key, SchoolDay.Presence> known = new HashMap<>();
        rows.of(days.stream().map(SchoolDay::student).collect(Collectors.toSet()), since)
                .forEach((student, own) -> own.forEach(day -> known.put(Key.of(day), day.presence())));
        return known;
    }

    private record Key(StudentId student, LocalDate day) {

        static Key of(SchoolDay day) {
            return new Key(day.student(), day.day());
        }
    }

    private static List<List<SchoolDay>> inParts(Collection<SchoolDay> days) {
        List<SchoolDay> all = List.copyOf(days);
        List<List<SchoolDay>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
