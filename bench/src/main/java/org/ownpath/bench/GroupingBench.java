package org.ownpath.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ownpath.engine.grouping.Demand;
import org.ownpath.engine.grouping.Seating;
import org.ownpath.engine.grouping.TopicSearch;

/**
 * Groups of 1,000 students, each ready for 3 to 8 of 80 competencies with gains of 1 to 10: 60 groups of 20. With
 * competencies fixed, the time of the best seating; choosing them too, the gain after 10 seconds beside the sum of
 * everybody's best, which no choice can exceed.
 */
public final class GroupingBench {

    private static final int STUDENTS = 1000;
    private static final int TOPICS = 80;
    private static final int GROUPS = 60;
    private static final int SEATS = 20;
    private static final int ROUNDS = 200;
    private static final long SEARCH_NANOS = 10_000_000_000L;

    private GroupingBench() {}

    /** Entry point. */
    public static void main(String[] args) {
        Demand demand = demand(new Random(42));
        System.out.println("| what | measured | beside | goal |");
        System.out.println("|---|---|---|---|");
        Seating found = search(demand);
        fixed(demand, IntStream.range(0, TOPICS).map(found::seats).toArray());
    }

    private static Seating search(Demand demand) {
        long start = System.nanoTime();
        BooleanSupplier goOn = () -> System.nanoTime() - start < SEARCH_NANOS;
        Seating best = TopicSearch.search(demand, new TopicSearch.Groups(GROUPS, SEATS, 1), new Random(7), goOn);
        System.out.printf(
                "| competencies chosen too, 10 s | %,d of %,d, %.1f%% | another solver on an instance of its own: 95.7%% | 96.7%% |%n",
                best.gain(), demand.most(), 100.0 * best.gain() / demand.most());
        return best;
    }

    private static void fixed(Demand demand, int[] seats) {
        double[] millis = new double[ROUNDS];
        long gain = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            gain = Seating.of(demand, seats).gain();
            millis[round % ROUNDS] = (System.nanoTime() - start) / 1e6; // the second half overwrites the warm-up
        }
        Arrays.sort(millis);
        System.out.printf(
                "| competencies fixed, gain %,d | %.2f ms, 95th percentile %.2f | OR-Tools 2.7 ms | under 10 ms |%n",
                gain, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    private static Demand demand(Random random) {
        int[][] options = new int[STUDENTS][];
        int[][] gains = new int[STUDENTS][];
        List<Integer> topics =
                new ArrayList<>(IntStream.range(0, TOPICS).boxed().toList());
        for (int student = 0; student < STUDENTS; student++) {
            Collections.shuffle(topics, random);
            int count = 3 + random.nextInt(6);
            options[student] =
                    topics.stream().limit(count).mapToInt(topic -> topic).toArray();
            gains[student] = random.ints(count, 1, 11).toArray();
        }
        return new Demand(TOPICS, options, gains);
    }
}
