package org.ownpath.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Counted;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Who or what would be in two groups at once: within a block, or in it and in a published one of that time. */
@Component
class BlockClashes {

    private final BlockRows rows;
    private final Roster roster;

    BlockClashes(BlockRows rows, Roster roster) {
        this.rows = rows;
        this.roster = roster;
    }

    /** Students who are in published groups at that time, in words with the remedy; empty when there are none. */
    Optional<String> ofStudents(Block block) {
        Set<StudentId> seated = seated(block);
        for (Block other : rows.published(block)) {
            long both = seated(other).stream().filter(seated::contains).count();
            if (both > 0) {
                return Optional.of(both + " of these students " + Counted.word(both, "is", "are") + " in '"
                        + other.time().title()
                        + "' at that time. Put them into no group here, or dissolve those groups first.");
            }
        }
        return Optional.empty();
    }

    /** Staff with several groups at once, and staff and rooms that published groups of that time have, in words. */
    List<String> ofStaffAndRooms(Block block) {
        List<Block> others = rows.published(block);
        List<String> told = new ArrayList<>();
        byTeacher(block).forEach((teacher, groups) -> {
            if (groups > 1) {
                told.add(name(teacher) + " is with " + groups + " groups at once.");
            }
            others.stream()
                    .filter(other -> byTeacher(other).containsKey(teacher))
                    .forEach(other -> told.add(name(teacher) + " is with a group of '"
                            + other.time().title() + "' at that time."));
        });
        Set<String> rooms = rooms(block);
        others.forEach(other -> rooms(other).stream()
                .filter(rooms::contains)
                .sorted()
                .forEach(room -> told.add(room + " is taken by '" + other.time().title() + "' at that time.")));
        return told;
    }

    private static Set<StudentId> seated(Block block) {
        return block.seated().stream()
                .filter(seat -> seat.group().isPresent())
                .map(Block.Seat::student)
                .collect(Collectors.toSet());
    }

    private static Map<PersonId, Long> byTeacher(Block block) {
        return block.groups().stream()
                .collect(Collectors.groupingBy(Block.Group::teacher, LinkedHashMap::new, Collectors.counting()));
    }

    private static Set<String> rooms(Block block) {
        return block.groups().stream().map(Block.Group::room).collect(Collectors.toSet());
    }

    private String name(PersonId teacher) {
        return roster.person(teacher).map(Person::fullName).orElse("Somebody who has left");
    }
}
