package org.ownpath.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.policy.Hours;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of support for flexible groups: proposed by readiness, put right, published, attended, dissolved. */
@Component
public class Blocks {

    private static final int LONGEST_LANGUAGE = 40;
    private static final int SHOWN = 60;

    private final BlockRows rows;
    private final Proposing proposing;
    private final Readying readying;
    private final BlockChoices choices;
    private final BlockClashes clashes;
    private final Access access;
    private final Clock clock;

    Blocks(
            BlockRows rows,
            Proposing proposing,
            Readying readying,
            BlockChoices choices,
            BlockClashes clashes,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.proposing = proposing;
        this.readying = readying;
        this.choices = choices;
        this.clashes = clashes;
        this.access = access;
        this.clock = clock;
    }

    /** What became of a request. */
    public sealed interface Answer {}

    /** Groups are proposed under this id; to ask again under it changes nothing. */
    public record Proposed(BlockId block) implements Answer {}

    /** There can be no such groups; each reason has the remedy. */
    public record Refused(List<String> reasons) implements Answer {}

    /** Proposes groups for students of the viewer's. */
    @Transactional
    public Answer propose(Viewer viewer, BlockId id, BlockRequest request) {
        access.requireRecord(viewer, Set.copyOf(request.students()));
        List<String> reasons = reasons(request);
        choices.refusal(request.time()).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        if (rows.find(id).isEmpty()) {
            rows.add(proposing.propose(viewer, id, request), clock.instant());
            access.audit(viewer, "block.proposed", id.toString(), request.time().title());
        }
        return new Proposed(id);
    }

    /** The hours of the week in which groups meet, in words; none where they meet at any hour. */
    public List<String> hours() {
        return choices.hours().stream().map(Hours::toString).toList();
    }

    /** What the school calls the hours that a block lies in. */
    public Optional<String> hours(Block.Time time) {
        return choices.hours(time).map(Hours::name);
    }

    /** The block, if it is there and the viewer works with all of its students. */
    public Optional<Block> find(Viewer viewer, BlockId id) {
        access.requireStaff(viewer);
        Optional<Block> block = rows.find(id);
        block.ifPresent(found -> access.requireRecord(viewer, students(found)));
        return block;
    }

    /** The blocks whose students the viewer works with, the latest day first. */
    public List<Block> of(Viewer viewer) {
        access.requireStaff(viewer);
        return rows.all(SHOWN).stream()
                .filter(block -> access.recordable(viewer, students(block)).containsAll(students(block)))
                .toList();
    }

    /** The published groups of a student from today on. */
    public List<Block> ahead(StudentId student) {
        return rows.published(student, LocalDate.now(clock));
    }

    /** Why each student could work on each competency, in words, as of now. */
    public Map<StudentId, Map<CompetencyId, String>> reasons(Block block) {
        return readying.options(students(block), block.subject()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .collect(Collectors.toMap(Readying.Option::competency, Readying.Option::why))));
    }

    /**
     * Puts students into other groups by hand; those not named stay.
     *
     * @return why it cannot be; empty when it is done
     */
    @Transactional
    public Optional<String> move(Viewer viewer, Block block, Map<StudentId, Optional<GroupId>> to) {
        access.requireRecord(viewer, students(block));
        if (block.state() != Block.State.PROPOSED) {
            return Optional.of("These groups are published. Propose new ones to change who works where.");
        }
        if (tooFarApart(block, to)) {
            return Optional.of("Nobody was moved: the school has chosen which ages work together, and that group would "
                    + "reach further. Choose a group whose ages are nearer.");
        }
        Set<GroupId> groups = block.groups().stream().map(Block.Group::id).collect(Collectors.toSet());
        to.forEach((student, group) -> {
            if (group.isEmpty() || groups.contains(group.get())) {
                rows.move(block.id(), student, group);
            }
        });
        access.audit(viewer, "block.moved", block.id().toString(), to.size() + " places");
        return Optional.empty();
    }

    /** Whether somebody who is moved would be with somebody too much older or younger. */
    private boolean tooFarApart(Block block, Map<StudentId, Optional<GroupId>> to) {
        Map<StudentId, GroupId> after = new HashMap<>();
        block.seated().forEach(seat -> seat.group().ifPresent(group -> after.put(seat.student(), group)));
        to.forEach((student, group) -> group.ifPresentOrElse(g -> after.put(student, g), () -> after.remove(student)));
        return choices.farApart(after.keySet(), block.subject()).stream()
                .filter(pair -> to.containsKey(pair.one()) || to.containsKey(pair.other()))
                .anyMatch(pair -> Objects.equals(after.get(pair.one()), after.get(pair.other())));
    }

    /** Who would be in two places at once, in words, and which rooms are taken; none once it is dissolved. */
    public List<String> clashes(Block block) {
        if (block.state() == Block.State.DISSOLVED) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        clashes.ofStudents(block).ifPresent(told::add);
        told.addAll(clashes.ofStaffAndRooms(block));
        return told;
    }

    /**
     * Lets the students and their families see it. To publish twice changes nothing.
     *
     * @return why it cannot be: students are in published groups of that time; empty when it is published
     */
    @Transactional
    public Optional<String> publish(Viewer viewer, Block block) {
        Optional<String> clash = clashes.ofStudents(block);
        if (clash.isEmpty()) {
            step(viewer, block, Block.State.PUBLISHED);
        }
        return clash;
    }

    /** Ends it; it stays readable for the staff. To dissolve twice changes nothing. */
    @Transactional
    public void dissolve(Viewer viewer, Block block) {
        step(viewer, block, Block.State.DISSOLVED);
    }

    /** Says who was there. */
    @Transactional
    public void attend(Viewer viewer, Block block, Map<StudentId, Plan.Attendance> attendance) {
        access.requireRecord(viewer, students(block));
        attendance.forEach((student, there) -> rows.attend(block.id(), student, there));
        access.audit(viewer, "block.attended", block.id().toString(), attendance.size() + " students");
    }

    private void step(Viewer viewer, Block block, Block.State step) {
        access.requireRecord(viewer, students(block));
        Instant now = clock.instant();
        if (rows.step(block.id(), step, viewer.person(), now)) {
            access.audit(
                    viewer,
                    "block." + step.name().toLowerCase(java.util.Locale.ROOT),
                    block.id().toString(),
                    block.time().title());
        }
    }

    private static List<String> reasons(BlockRequest request) {
        List<String> reasons = new ArrayList<>();
        if (request.time().title().isBlank() || request.time().title().length() > 120) {
            reasons.add("Give the block a name of up to 120 characters.");
        }
        if (!request.time().to().isAfter(request.time().from())) {
            reasons.add("It ends at " + request.time().to() + ", before it begins. Choose a later end.");
        }
        if (request.students().isEmpty()) {
            reasons.add("There is nobody to group. Choose at least one group of students.");
        }
        if (request.places().isEmpty() || request.places().size() > BlockRequest.MOST_GROUPS) {
            reasons.add("Name 1 to " + BlockRequest.MOST_GROUPS + " rooms: there is one group for each.");
        }
        if (request.least() < 1 || request.seats() < request.least() || request.seats() > 60) {
            reasons.add("Groups of " + request.least() + " to " + request.seats()
                    + " students cannot be. Choose at least 1, and at most 60.");
        }
        for (Optional<String> language : request.spoken()) {
            language.flatMap(spoken -> lacking(request.in(language), spoken)).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Optional<String> lacking(BlockRequest inLanguage, String language) {
        if (language.length() > LONGEST_LANGUAGE) {
            return Optional.of("Name the language in up to " + LONGEST_LANGUAGE + " letters.");
        }
        if (inLanguage.places().isEmpty()) {
            return Optional.of(inLanguage.students().size() + " of the students need a group in " + language
                    + ", and no room has one. Write " + language + " beside a room.");
        }
        return inLanguage.students().isEmpty()
                ? Optional.of("A room has a group in " + language
                        + ", and nobody needs that. Say who does, or leave the language of the room empty.")
                : Optional.empty();
    }

    private static Set<StudentId> students(Block block) {
        Collection<StudentId> students =
                block.seated().stream().map(Block.Seat::student).toList();
        return new HashSet<>(students);
    }
}
