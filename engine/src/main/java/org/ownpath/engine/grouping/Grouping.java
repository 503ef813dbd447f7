package org.ownpath.engine.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proposes groups: topics by search, students by the best seating, then wishes one by one, each in the way that costs
 * least. A wish that no seating can keep is told, except that students who must be apart are never put together.
 */
public final class Grouping {

    private final TopicSearch.Groups groups;
    private final List<Wish> wishes;
    private final Set<Wish> known;
    private final List<Wish> unkept = new ArrayList<>();

    private Grouping(TopicSearch.Groups groups, List<Wish> wishes) {
        this.groups = groups;
        this.wishes = wishes;
        this.known = Set.copyOf(wishes);
    }

    /** Proposes groups; the same random numbers and the same number of steps give the same groups. */
    public static Proposal propose(
            Demand demand, TopicSearch.Groups groups, List<Wish> wishes, RandomGenerator random, BooleanSupplier goOn) {
        Seating found = TopicSearch.search(demand, groups, random, goOn);
        int[] seats = IntStream.range(0, demand.topics()).map(found::seats).toArray();
        return new Grouping(groups, wishes).propose(demand, seats);
    }

    private Proposal propose(Demand demand, int[] seats) {
        Demand bound = demand;
        for (Wish wish : wishes) {
            if (wish instanceof Wish.Together together) {
                bound = together(bound, together, seats);
            }
        }
        bound = apart(bound, seats);
        Seating seating = Seating.of(bound, seats);
        List<Proposal.Group> made = new ArrayList<>();
        for (int topic = 0; topic < seats.length; topic++) {
            made.addAll(divide(seating, topic));
        }
        List<Integer> left = IntStream.range(0, demand.students())
                .filter(student ->
                        made.stream().noneMatch(group -> group.students().contains(student)))
                .boxed()
                .toList();
        return new Proposal(made, left, gain(demand, made), demand.most(), unkept);
    }

    /** Both get the one topic that both are ready for and that leaves the most gain. */
    private Demand together(Demand demand, Wish.Together wish, int[] seats) {
        Optional<Demand> best = Arrays.stream(demand.options(wish.one()))
                .filter(topic -> seats[topic] > 1 && demand.gain(wish.other(), topic) > 0)
                .mapToObj(topic -> demand.only(wish.one(), topic).only(wish.other(), topic))
                .filter(choice -> seated(Seating.of(choice, seats), wish))
                .max(Comparator.comparingLong(
                        choice -> Seating.of(choice, seats).gain()));
        if (best.isEmpty()) {
            unkept.add(wish);
        }
        return best.orElse(demand);
    }

    private static boolean seated(Seating seating, Wish wish) {
        return seating.topicOf(wish.one()) >= 0 && seating.topicOf(wish.one()) == seating.topicOf(wish.other());
    }

    /** As long as two who must be apart share a topic that has one group only, one of them gives it up. */
    private Demand apart(Demand demand, int[] seats) {
        Demand bound = demand;
        Optional<Wish.Apart> broken = broken(Seating.of(bound, seats));
        while (broken.isPresent()) {
            Wish.Apart wish = broken.get();
            int topic = Seating.of(bound, seats).topicOf(wish.one());
            Demand now = bound;
            bound = Stream.of(now.without(wish.one(), topic), now.without(wish.other(), topic))
                    .max(Comparator.comparingLong(
                            choice -> Seating.of(choice, seats).gain()))
                    .orElseThrow();
            broken = broken(Seating.of(bound, seats));
        }
        return bound;
    }

    private Optional<Wish.Apart> broken(Seating seating) {
        return wishes.stream()
                .filter(Wish.Apart.class::isInstance)
                .map(Wish.Apart.class::cast)
                .filter(wish -> seated(seating, wish) && groupsOf(seating, seating.topicOf(wish.one())) == 1)
                .findFirst();
    }

    private int groupsOf(Seating seating, int topic) {
        return Math.max(1, seating.seats(topic) / groups.seats());
    }

    /** Divides the students of a topic into its groups, nearly equal in size, those who must be apart into different ones. */
    private List<Proposal.Group> divide(Seating seating, int topic) {
        int count = groupsOf(seating, topic);
        List<List<Integer>> parts = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> parts.add(new ArrayList<>()));
        for (int student = 0; student < seating.students(); student++) {
            if (seating.topicOf(student) == topic) {
                int member = student;
                parts.stream()
                        .filter(part ->
                                part.size() < groups.seats() && part.stream().noneMatch(o -> apart(member, o)))
                        .min(Comparator.<List<Integer>>comparingInt(
                                        part -> part.stream().anyMatch(o -> together(member, o)) ? 0 : 1)
                                .thenComparingInt(List::size))
                        .ifPresent(part -> part.add(member));
            }
        }
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> new Proposal.Group(topic, part))
                .toList();
    }

    private boolean apart(int one, int other) {
        return known.contains(new Wish.Apart(one, other)) || known.contains(new Wish.Apart(other, one));
    }

    private boolean together(int one, int other) {
        return known.contains(new Wish.Together(one, other)) || known.contains(new Wish.Together(other, one));
    }

    private static long gain(Demand demand, List<Proposal.Group> groups) {
        return groups.stream()
                .mapToLong(group -> group.students().stream()
                        .mapToLong(student -> demand.gain(student, group.topic()))
                        .sum())
                .sum();
    }
}
