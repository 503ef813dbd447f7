package org.ownpath.engine.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Seatings are the best that there are, also after seats have come and gone; proposals keep every bound and wish. */
class GroupingLawsTest {

    private static Demand demand(long seed, int students, int topics) {
        Random random = new Random(seed);
        int[][] options = new int[students][];
        int[][] gains = new int[students][];
        for (int s = 0; s < students; s++) {
            List<Integer> all =
                    new ArrayList<>(IntStream.range(0, topics).boxed().toList());
            Collections.shuffle(all, random);
            int count = random.nextInt(topics + 1);
            options[s] = all.stream().limit(count).mapToInt(i -> i).toArray();
            gains[s] =
                    IntStream.range(0, count).map(i -> 1 + random.nextInt(10)).toArray();
        }
        return new Demand(topics, options, gains);
    }

    private static long bruteForce(Demand demand, int[] seats, int student) {
        if (student == demand.students()) {
            return 0;
        }
        long best = bruteForce(demand, seats, student + 1);
        for (int topic : demand.options(student)) {
            if (seats[topic] > 0) {
                seats[topic]--;
                best = Math.max(best, demand.gain(student, topic) + bruteForce(demand, seats, student + 1));
                seats[topic]++;
            }
        }
        return best;
    }

    private static void isSound(Demand demand, Seating seating) {
        for (int topic = 0; topic < demand.topics(); topic++) {
            int t = topic;
            long sitting = IntStream.range(0, demand.students())
                    .filter(s -> seating.topicOf(s) == t)
                    .count();
            assertThat(sitting).isEqualTo(seating.taken(topic)).isLessThanOrEqualTo(seating.seats(topic));
        }
        for (int s = 0; s < demand.students(); s++) {
            if (seating.topicOf(s) >= 0) {
                assertThat(demand.gain(s, seating.topicOf(s))).isPositive();
            }
        }
        assertThat(seating.gain()).as("proved by its prices").isEqualTo(seating.bound());
    }

    @Property(tries = 300)
    void a_seating_gains_as_much_as_trying_everything(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int students,
            @ForAll @IntRange(min = 1, max = 4) int topics) {
        Demand demand = demand(seed, students, topics);
        int[] seats = new Random(seed).ints(topics, 0, 4).toArray();
        Seating seating = Seating.of(demand, seats);
        isSound(demand, seating);
        assertThat(seating.gain()).isEqualTo(bruteForce(demand, seats, 0));
    }

    @Property(tries = 100)
    void a_seating_stays_the_best_while_seats_come_and_go(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int students,
            @ForAll @IntRange(min = 1, max = 9) int topics) {
        Demand demand = demand(seed, students, topics);
        Random random = new Random(seed);
        Seating seating = Seating.empty(demand);
        for (int step = 0; step < 30; step++) {
            int topic = random.nextInt(topics);
            if (random.nextInt(3) > 0) {
                seating.addSeats(topic, 1 + random.nextInt(8));
            } else if (seating.seats(topic) > 0) {
                seating.removeSeats(topic, 1 + random.nextInt(seating.seats(topic)));
            }
            isSound(demand, seating);
        }
        int[] seats = IntStream.range(0, topics).map(seating::seats).toArray();
        assertThat(seating.gain()).isEqualTo(Seating.of(demand, seats).gain());
    }

    @Property(tries = 100)
    void a_proposal_keeps_sizes_and_never_joins_who_must_be_apart(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int students) {
        Demand demand = demand(seed, students, 6);
        Random random = new Random(seed);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int one = random.nextInt(students);
            int other = (one + 1 + random.nextInt(students - 1)) % students;
            wishes.add(i == 0 ? new Wish.Together(one, other) : new Wish.Apart(one, other));
        }
        Proposal proposal = Grouping.propose(demand, new TopicSearch.Groups(4, 8, 1), wishes, random, steps(40));
        Set<Integer> seen = new HashSet<>(proposal.left());
        for (Proposal.Group group : proposal.groups()) {
            assertThat(group.students()).hasSizeBetween(1, 8).allMatch(s -> demand.gain(s, group.topic()) > 0);
            group.students().forEach(student -> assertThat(seen.add(student)).isTrue());
            wishes.stream()
                    .filter(Wish.Apart.class::isInstance)
                    .forEach(wish -> assertThat(group.students().contains(wish.one())
                                    && group.students().contains(wish.other()))
                            .isFalse());
        }
        assertThat(seen).hasSize(students);
        assertThat(proposal.groups()).hasSizeLessThanOrEqualTo(4);
        assertThat(proposal.gain()).isLessThanOrEqualTo(proposal.most());
    }

    @Property(tries = 60)
    void groups_that_are_too_small_are_not_held(@ForAll long seed) {
        Demand demand = demand(seed, 30, 8);
        Seating seating = TopicSearch.search(demand, new TopicSearch.Groups(8, 6, 3), new Random(seed), steps(30));
        isSound(demand, seating);
        for (int topic = 0; topic < 8; topic++) {
            assertThat(seating.taken(topic)).isGreaterThanOrEqualTo(3 * (seating.seats(topic) / 6));
        }
    }

    @Test
    void a_search_finds_what_two_exchanges_away_is_best() {
        int[][] options = new int[20][];
        int[][] gains = new int[20][];
        for (int s = 0; s < 20; s++) {
            options[s] = new int[] {0, s < 10 ? 1 : 2};
            gains[s] = new int[] {6, 10};
        }
        Demand demand = new Demand(3, options, gains);
        Seating seating = TopicSearch.search(demand, new TopicSearch.Groups(2, 10, 5), new Random(1), steps(200));
        assertThat(seating.gain()).isEqualTo(200);
    }

    @Test
    void the_two_who_wish_so_are_together_where_both_are_ready() {
        Demand demand = new Demand(2, new int[][] {{0, 1}, {0, 1}, {0}}, new int[][] {{9, 1}, {1, 9}, {5}});
        Proposal proposal = Grouping.propose(
                demand, new TopicSearch.Groups(2, 3, 1), List.of(new Wish.Together(0, 1)), new Random(1), steps(20));
        assertThat(proposal.groups()).anyMatch(group -> group.students().containsAll(List.of(0, 1)));
        assertThat(proposal.unkept()).isEmpty();
    }

    @Test
    void a_wish_that_no_topic_allows_is_told() {
        Demand demand = new Demand(2, new int[][] {{0}, {1}}, new int[][] {{9}, {9}});
        Wish wish = new Wish.Together(0, 1);
        Proposal proposal =
                Grouping.propose(demand, new TopicSearch.Groups(2, 3, 1), List.of(wish), new Random(1), steps(20));
        assertThat(proposal.unkept()).containsExactly(wish);
    }

    @Test
    void what_is_no_demand_is_refused_with_its_values() {
        assertThatThrownBy(() -> new Demand(2, new int[][] {{2}}, new int[][] {{1}}))
                .hasMessageContaining("Student 0")
                .hasMessageContaining("2 topics");
        assertThat(new Demand(1, new int[][] {{0}}, new int[][] {{3}}).most()).isEqualTo(3);
    }

    private static BooleanSupplier steps(int most) {
        AtomicInteger done = new AtomicInteger();
        return () -> done.getAndIncrement() < most;
    }
}
