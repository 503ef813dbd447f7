package org.ownpath.engine.grouping;

import java.util.List;

/**
 * Groups as proposed.
 *
 * @param groups each with a topic and its students
 * @param left the students without a group
 * @param gain all gains together
 * @param most what could be gained if every student had the topic that helps most
 * @param unkept the wishes that could not be kept
 */
public record Proposal(List<Group> groups, List<Integer> left, long gain, long most, List<Wish> unkept) {

    /** One group: what it works on and who is in it. */
    public record Group(int topic, List<Integer> students) {

        /** Keeps its own copy of the students. */
        public Group {
            students = List.copyOf(students);
        }
    }

    /** Keeps its own copies of the lists. */
    public Proposal {
        groups = List.copyOf(groups);
        left = List.copyOf(left);
        unkept = List.copyOf(unkept);
    }
}
