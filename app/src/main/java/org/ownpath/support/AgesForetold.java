package org.ownpath.support;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.shared.Counted;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** In which groups by readiness students of too different ages work together, if fewer or more years may lie between them. */
@Component
class AgesForetold implements Foretelling {

    private static final int NEWEST = 100;

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "ages",
                    "Ages in groups by readiness",
                    "places in groups whose ages may work together",
                    "in no group",
                    "The newest 100 published blocks. Groups that are published stay: the question is how the like would be"
                            + " proposed."),
            Settings.AGES_TOGETHER);

    private final BlockRows blocks;
    private final BlockChoices choices;

    AgesForetold(BlockRows blocks, BlockChoices choices) {
        this.blocks = blocks;
        this.choices = choices;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        Set<StudentId> asked = Set.copyOf(students);
        List<Group> groups = groups(asked);
        return supposed -> {
            Map<Foretold.Of, Places> places = new HashMap<>();
            for (Group group : groups) {
                int years = supposed.inForce(Settings.AGES_TOGETHER, Place.DISTRICT.subject(group.subject()));
                Set<StudentId> apart = apart(group.members(), years);
                group.members().stream()
                        .filter(asked::contains)
                        .forEach(student -> places.merge(
                                new Foretold.Of(student, group.subject()),
                                new Places(1, apart.contains(student) ? 0 : 1),
                                Places::and));
            }
            return places.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, place -> place.getValue().side()));
        };
    }

    private record Group(String subject, List<StudentId> members) {}

    /** The groups that any of these students are in. */
    private List<Group> groups(Set<StudentId> asked) {
        return blocks.all(NEWEST).stream()
                .filter(block -> block.state() == Block.State.PUBLISHED)
                .flatMap(block ->
                        block.groups().stream().map(group -> new Group(block.subject(), members(block, group))))
                .filter(group -> group.members().stream().anyMatch(asked::contains))
                .toList();
    }

    private static List<StudentId> members(Block block, Block.Group group) {
        return block.of(group).stream().map(Block.Seat::student).toList();
    }

    /** Of the groups that a student is in: how many there are, and in how many everybody may work with the student. */
    private record Places(int groups, int fitting) {

        Places and(Places other) {
            return new Places(groups + other.groups, fitting + other.fitting);
        }

        Foretold.Side side() {
            return new Foretold.Side(fitting, "fits in " + fitting + " of " + Counted.of(groups, "group"));
        }
    }

    private Set<StudentId> apart(List<StudentId> members, int years) {
        return choices.farApart(members, years).stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
    }
}
