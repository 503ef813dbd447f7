package org.ownpath.engine.grouping;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Chooses what each group of a block works on. Begins with the topics that promise most, one group after the other, then
 * exchanges one group's topic for another and keeps what gains more; now and then it keeps a little less, so as not to end
 * on the first hill. Every step is measured by the best seating that it allows.
 */
public final class TopicSearch {

    private static final int CANDIDATES = 4;
    private static final double WARMTH = 6;
    private static final double COOLING = 0.9995;

    private final Demand demand;
    private final Groups groups;
    private final RandomGenerator random;

    private TopicSearch(Demand demand, Groups groups, RandomGenerator random) {
        this.demand = demand;
        this.groups = groups;
        this.random = random;
    }

    /**
     * The groups that there can be.
     *
     * @param count how many at most
     * @param seats how many students fit into each
     * @param least how many students each has to have
     */
    public record Groups(int count, int seats, int least) {

        /** Refuses groups that could never be. */
        public Groups {
            if (count < 1 || least < 1 || seats < least) {
                throw new IllegalArgumentException(count + " groups of " + least + " to " + seats
                        + " students cannot be. Give at least one group, and at least as many seats as students.");
            }
        }
    }

    /**
     * Searches as long as it may go on; gives the best seating that was found, in which every group has enough students.
     *
     * @param goOn asked before every exchange
     */
    public static Seating search(Demand demand, Groups groups, RandomGenerator random, BooleanSupplier goOn) {
        TopicSearch search = new TopicSearch(demand, groups, random);
        Seating best = search.improve(search.begin(), goOn);
        search.closeSmall(best);
        return best;
    }

    private Seating begin() {
        Seating seating = Seating.empty(demand);
        for (int group = 0; group < groups.count(); group++) {
            int topic = mostPromising(seating, -1, 0);
            if (topic >= 0) {
                seating.addSeats(topic, groups.seats());
            }
        }
        return seating;
    }

    private Seating improve(Seating start, BooleanSupplier goOn) {
        Seating current = start;
        Seating best = start;
        double warmth = WARMTH;
        while (goOn.getAsBoolean()) {
            int[] open = open(current);
            if (open.length == 0) {
                return best;
            }
            Seating next = current.copy();
            int from = open[random.nextInt(open.length)];
            next.removeSeats(from, groups.seats());
            int to = mostPromising(next, from, random.nextInt(CANDIDATES));
            if (to >= 0) {
                next.addSeats(to, groups.seats());
                long change = next.gain() - current.gain();
                if (change >= 0 || random.nextDouble() < Math.exp(change / warmth)) {
                    current = next;
                }
                if (current.gain() > best.gain()) {
                    best = current;
                }
            }
            warmth *= COOLING;
        }
        return best;
    }

    /** The topic that is this far down the list of those that promise most for one more group; -1 when none promises. */
    private int mostPromising(Seating seating, int except, int down) {
        long[] promises = new long[demand.topics()];
        for (int topic = 0; topic < promises.length; topic++) {
            promises[topic] = topic == except ? 0 : seating.promise(topic, groups.seats());
        }
        int found = -1;
        for (int i = 0; i <= down; i++) {
            int most = -1;
            for (int topic = 0; topic < promises.length; topic++) {
                if (promises[topic] > 0 && (most < 0 || promises[topic] > promises[most])) {
                    most = topic;
                }
            }
            if (most < 0) {
                return found;
            }
            found = most;
            promises[most] = 0;
        }
        return found;
    }

    private int[] open(Seating seating) {
        return IntStream.range(0, demand.topics())
                .filter(topic -> seating.seats(topic) > 0)
                .toArray();
    }

    /** Takes a group away wherever a topic has too few students for its groups, until there is none. */
    private void closeSmall(Seating seating) {
        boolean closed = true;
        while (closed) {
            closed = false;
            for (int topic : open(seating)) {
                int count = seating.seats(topic) / groups.seats();
                if (seating.taken(topic) < count * groups.least()) {
                    seating.removeSeats(topic, groups.seats());
                    closed = true;
                }
            }
        }
    }
}
