package org.ownpath.support;

import java.util.List;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * What groups are asked for.
 *
 * @param places a room and a teacher for each group that there can be
 * @param seats how many students fit into a group at most
 * @param least how many a group has to have
 */
public record BlockRequest(
        Block.Time time,
        String subject,
        List<StudentId> students,
        List<Place> places,
        int seats,
        int least,
        List<Pair> together,
        List<Pair> apart) {

    /** The most groups of one block. */
    public static final int MOST_GROUPS = 60;

    /** Where a group can be, and who is with it. */
    public record Place(String room, PersonId teacher) {}

    /** Two students. */
    public record Pair(StudentId one, StudentId other) {}

    /** Keeps its own copies of the lists. */
    public BlockRequest {
        students = List.copyOf(students);
        places = List.copyOf(places);
        together = List.copyOf(together);
        apart = List.copyOf(apart);
    }
}
