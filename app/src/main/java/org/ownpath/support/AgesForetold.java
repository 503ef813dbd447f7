package org.ownpath.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** In which groups by readiness students of too different ages work together, if fewer or more years may lie between them. */
@Component
class AgesForetold implements Foretelling {

    private static final int NEWEST = 100;

    private static final Topic TOPIC = new Topic(
            "ages",
            "Ages in groups by readiness",
            "places in groups whose ages may work together",
            "The newest 100 published blocks. Groups that are published stay: the question is how the like would be"
                    + " proposed.",
            List.of(Settings.AGES_TOGETHER));

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

    private record Where(StudentId student, String subject) {}

    /** Of the groups that a student is in: how many there are, and in how many everybody may work with the student. */
    private record Fitting(int groups, int today, int drafted) {

        Fitting and(Fitting other) {
            return new Fitting(groups + other.groups, today + other.today, drafted + other.drafted);
        }

        Foretold.Side side(int fits) {
            return new Foretold.Side(fits, "fits in " + fits + " of " + groups + (groups == 1 ? " group" : " groups"));
        }
    }

    /** How many years may lie between birthdays in a block, by today's answer and by the drafted one. */
    private record Years(int today, int drafted) {}

    @Override
    public List<Foretold> of(List<StudentId> students, Trial trial) {
        Set<StudentId> asked = Set.copyOf(students);
        Map<Where, Fitting> fitting = new HashMap<>();
        for (Block block : blocks.all(NEWEST)) {
            if (block.state() == Block.State.PUBLISHED) {
                Years years = new Years(years(trial.today(), block, trial), years(trial.drafted(), block, trial));
                block.groups().stream()
                        .map(group -> members(block, group))
                        .filter(members -> members.stream().anyMatch(asked::contains))
                        .forEach(members -> places(members, years).forEach((student, place) -> {
                            if (asked.contains(student)) {
                                fitting.merge(new Where(student, block.subject()), place, Fitting::and);
                            }
                        }));
            }
        }
        List<Foretold> told = new ArrayList<>();
        fitting.forEach((where, fits) -> told.add(
                new Foretold(where.student(), where.subject(), fits.side(fits.today()), fits.side(fits.drafted()))));
        return told;
    }

    private static List<StudentId> members(Block block, Block.Group group) {
        return block.of(group).stream().map(Block.Seat::student).toList();
    }

    private static int years(ChoiceBook book, Block block, Trial trial) {
        return book.inForce(Settings.AGES_TOGETHER, Place.DISTRICT.subject(block.subject()), trial.at());
    }

    private Map<StudentId, Fitting> places(List<StudentId> members, Years years) {
        Set<StudentId> apartToday = apart(members, years.today());
        Set<StudentId> apartDrafted = apart(members, years.drafted());
        return members.stream()
                .collect(Collectors.toMap(
                        student -> student,
                        student -> new Fitting(
                                1, apartToday.contains(student) ? 0 : 1, apartDrafted.contains(student) ? 0 : 1)));
    }

    private Set<StudentId> apart(List<StudentId> members, int years) {
        return choices.farApart(members, years).stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
    }
}
