package org.ownpath.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ownpath.access.Viewer;
import org.ownpath.engine.grouping.Demand;
import org.ownpath.engine.grouping.Grouping;
import org.ownpath.engine.grouping.Proposal;
import org.ownpath.engine.grouping.TopicSearch;
import org.ownpath.engine.grouping.Wish;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Turns a request into groups with the engine, which numbers students and topics where the school names them. */
@Component
class Proposing {

    /** Exchanges tried: well under a second for a school of a few hundred. The same request gives the same groups. */
    private static final int EXCHANGES = 600;

    private final Readying readying;
    private final BlockChoices choices;

    Proposing(Readying readying, BlockChoices choices) {
        this.readying = readying;
        this.choices = choices;
    }

    /** Groups held in a language are made of those who need it, and all others of the rest. */
    Block propose(Viewer viewer, BlockId id, BlockRequest request) {
        Made made = new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        request.spoken().forEach(language -> grouped(request.in(language), language, made));
        partedByLanguage(request).ifPresent(made.told()::add);
        return new Block(
                id,
                request.time(),
                request.subject(),
                request.seats(),
                Block.State.PROPOSED,
                viewer.person(),
                made.groups(),
                made.seats(),
                made.told());
    }

    /** What has been proposed so far. */
    private record Made(List<Block.Group> groups, List<Block.Seat> seats, List<String> told) {}

    private void grouped(BlockRequest request, Optional<String> language, Made made) {
        if (request.students().isEmpty() || request.places().isEmpty()) {
            request.students()
                    .forEach(student -> made.seats().add(new Block.Seat(student, Optional.empty(), Optional.empty())));
            return;
        }
        List<StudentId> students =
                request.students().stream().distinct().sorted().toList();
        Map<StudentId, List<Readying.Option>> options = readying.options(students, request.subject());
        List<CompetencyId> topics = options.values().stream()
                .flatMap(List::stream)
                .map(Readying.Option::competency)
                .distinct()
                .sorted(Comparator.comparing(CompetencyId::value))
                .toList();
        AtomicInteger exchanges = new AtomicInteger();
        Proposal proposal = Grouping.propose(
                demand(students, topics, options),
                new TopicSearch.Groups(request.places().size(), request.seats(), request.least()),
                wishes(students, request.together(), apart(request)),
                new Random(students.size()),
                () -> exchanges.getAndIncrement() < EXCHANGES);
        seat(proposal, new Asked(request, students, topics), made);
        told(proposal)
                .forEach(told -> made.told()
                        .add(language.map(spoken -> "Groups in " + spoken + ": ")
                                        .orElse("")
                                + told));
    }

    private static Optional<String> partedByLanguage(BlockRequest request) {
        long parted = request.together().stream()
                .filter(pair -> !Objects.equals(
                        request.languages().get(pair.one()), request.languages().get(pair.other())))
                .count();
        return parted == 0
                ? Optional.empty()
                : Optional.of("Of the pairs who should be together, " + parted
                        + " need groups in different languages. Move one of them by hand if it matters more.");
    }

    private static Demand demand(
            List<StudentId> students, List<CompetencyId> topics, Map<StudentId, List<Readying.Option>> options) {
        int[][] ready = new int[students.size()][];
        int[][] gains = new int[students.size()][];
        for (int i = 0; i < ready.length; i++) {
            List<Readying.Option> own = options.getOrDefault(students.get(i), List.of());
            ready[i] = own.stream()
                    .mapToInt(option -> topics.indexOf(option.competency()))
                    .toArray();
            gains[i] = own.stream().mapToInt(Readying.Option::gain).toArray();
        }
        return new Demand(topics.size(), ready, gains);
    }

    private List<BlockRequest.Pair> apart(BlockRequest request) {
        List<BlockRequest.Pair> apart = new ArrayList<>(request.apart());
        apart.addAll(choices.farApart(request.students(), request.subject()));
        return apart;
    }

    private static List<Wish> wishes(
            List<StudentId> students, List<BlockRequest.Pair> together, List<BlockRequest.Pair> apart) {
        return Stream.concat(
                        together.stream().map(pair ->
                                (Wish) new Wish.Together(students.indexOf(pair.one()), students.indexOf(pair.other()))),
                        apart.stream()
                                .map(pair ->
                                        new Wish.Apart(students.indexOf(pair.one()), students.indexOf(pair.other()))))
                .filter(wish -> wish.one() >= 0 && wish.other() >= 0 && wish.one() != wish.other())
                .toList();
    }

    /** What the engine was asked, in the names of the school. */
    private record Asked(BlockRequest request, List<StudentId> students, List<CompetencyId> topics) {}

    private static void seat(Proposal proposal, Asked asked, Made made) {
        Iterator<BlockRequest.Place> places = asked.request().places().iterator();
        for (Proposal.Group proposed : proposal.groups()) {
            BlockRequest.Place place = places.next();
            Block.Group group = new Block.Group(
                    GroupId.next(),
                    asked.topics().get(proposed.topic()),
                    place.room(),
                    place.teacher(),
                    place.language());
            made.groups().add(group);
            proposed.students()
                    .forEach(student -> made.seats()
                            .add(new Block.Seat(
                                    asked.students().get(student), Optional.of(group.id()), Optional.empty())));
        }
        proposal.left()
                .forEach(student -> made.seats()
                        .add(new Block.Seat(asked.students().get(student), Optional.empty(), Optional.empty())));
    }

    private static List<String> told(Proposal proposal) {
        List<String> told = new ArrayList<>();
        if (proposal.most() > 0) {
            told.add("These groups reach " + 100 * proposal.gain() / proposal.most()
                    + " percent of what would be if every student worked on what helps most.");
        }
        if (!proposal.unkept().isEmpty()) {
            told.add("Of the pairs who should be together, " + proposal.unkept().size()
                    + " could not be: no group's topic suits both. Move one of them by hand if it matters more.");
        }
        return told;
    }
}
