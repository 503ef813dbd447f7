package org.ownpath.support;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * Groups by readiness for a block of time.
 *
 * @param told what whoever proposed it should know
 */
public record Block(
        BlockId id,
        Time time,
        String subject,
        int seats,
        State state,
        PersonId madeBy,
        List<Group> groups,
        List<Seat> seated,
        List<String> told) {

    /** When it is, and what it is called. */
    public record Time(String title, LocalDate day, LocalTime from, LocalTime to) {}

    /** How far it has come. */
    public enum State {
        PROPOSED,
        PUBLISHED,
        DISSOLVED
    }

    /**
     * One of its groups: what it works on, where and with whom.
     *
     * @param language in which it is held, where some need that
     */
    public record Group(GroupId id, CompetencyId competency, String room, PersonId teacher, Optional<String> language) {

        /** "Room 2" or "Room 2, in Spanish". */
        public String where() {
            return language.map(spoken -> room + ", in " + spoken).orElse(room);
        }
    }

    /**
     * Where a student is.
     *
     * @param group empty for a student who is left over
     */
    public record Seat(StudentId student, Optional<GroupId> group, Optional<Plan.Attendance> attendance) {}

    /** The students of a group. */
    public List<Seat> of(Group group) {
        return seated.stream()
                .filter(seat -> seat.group().filter(group.id()::equals).isPresent())
                .toList();
    }

    /** The students without a group. */
    public List<Seat> left() {
        return seated.stream().filter(seat -> seat.group().isEmpty()).toList();
    }

    /** The group that a student is in. */
    public Optional<Group> groupOf(StudentId student) {
        return seated.stream()
                .filter(seat -> seat.student().equals(student))
                .flatMap(seat -> seat.group().stream())
                .flatMap(id -> groups.stream().filter(group -> group.id().equals(id)))
                .findFirst();
    }
}
