package org.ownpath.northside;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.BlockId;
import org.ownpath.support.Block;
import org.ownpath.support.BlockRequest;
import org.ownpath.support.Blocks;

/** The groups by readiness that Maya's teacher of mathematics has published for the next day of school. */
final class SupportGroups {

    private static final String LAB = "Mathematics Lab 6-7 A";
    private static final List<String> ROOMS = List.of("Room 12", "Room 14", "Library corner", "Maker space");

    private final Blocks blocks;
    private final Roster roster;
    private final Accounts accounts;
    private final Instant now;

    SupportGroups(Blocks blocks, Roster roster, Accounts accounts, Instant now) {
        this.blocks = blocks;
        this.roster = roster;
        this.accounts = accounts;
        this.now = now;
    }

    /** Does nothing where there is no such group. */
    void publish() {
        Optional<Viewer> teacher = accounts.viewer("gwen.abernathy@northside.example");
        Optional<StudyGroup> lab = roster.groups().stream()
                .filter(group -> group.name().equals(LAB))
                .findFirst();
        if (teacher.isPresent() && lab.isPresent()) {
            BlockId id = BlockId.next();
            blocks.propose(teacher.get(), id, request(teacher.get(), lab.get()));
            blocks.find(teacher.get(), id).ifPresent(block -> blocks.publish(teacher.get(), block));
        }
    }

    private BlockRequest request(Viewer teacher, StudyGroup lab) {
        return new BlockRequest(
                new Block.Time("Next-step block", nextSchoolDay(), LocalTime.of(10, 15), LocalTime.of(11, 0)),
                "Mathematics",
                roster.studentsOf(lab.id()).stream().map(Person::student).toList(),
                ROOMS.stream()
                        .map(room -> new BlockRequest.Place(room, teacher.person()))
                        .toList(),
                6,
                2,
                List.of(),
                List.of());
    }

    private LocalDate nextSchoolDay() {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
