package org.ownpath.northside;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ownpath.access.Accounts;
import org.ownpath.access.SchoolTime;
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
    private static final Map<String, String> STAFF = Map.of(
            "Room 12",
            "gwen.abernathy",
            "Room 14",
            "idris.camara",
            "Library corner",
            "shalini.krishnan",
            "Room 16",
            "lorenzo.batista");

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
            blocks.propose(teacher.get(), id, request(lab.get()));
            blocks.find(teacher.get(), id).ifPresent(block -> blocks.publish(teacher.get(), block));
        }
    }

    private BlockRequest request(StudyGroup lab) {
        return new BlockRequest(
                new Block.Time("Next-step block", nextSchoolDay(), LocalTime.of(10, 15), LocalTime.of(11, 0)),
                "Mathematics",
                roster.studentsOf(lab.id()).stream().map(Person::student).toList(),
                places(),
                6,
                2,
                List.of(),
                List.of(),
                Map.of());
    }

    private List<BlockRequest.Place> places() {
        return new TreeMap<>(STAFF)
                .entrySet().stream()
                        .flatMap(each -> accounts.viewer(each.getValue() + "@northside.example").stream()
                                .map(teacher ->
                                        new BlockRequest.Place(each.getKey(), teacher.person(), Optional.empty())))
                        .toList();
    }

    private LocalDate nextSchoolDay() {
        LocalDate day = SchoolTime.day(now).plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
