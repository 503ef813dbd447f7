package org.ownpath.engine.grouping;

import java.util.Arrays;

/**
 * Students on the seats of topics so that the gains add up to the most that is possible: a min-cost flow, kept optimal
 * while seats come and go. Each topic has a price for a seat; nobody would gain more elsewhere after paying, and only full
 * topics have one. That proves the sum to be the highest: it equals what students keep plus what all seats are worth.
 * Shortest augmenting paths with prices. Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, chapter 9.
 */
public final class Seating {

    private static final int NOWHERE = -1;

    private final Demand demand;
    private final int[][] wanting; // by topic, the students who are ready for it
    private final int[] place;
    private final int[] price;
    private final int[] seats;
    private final int[][] members; // by topic, in no order; the first taken[topic] count
    private final int[] taken;
    private final int[] position; // of each student in the members of their topic
    private final Paths paths;

    private Seating(Demand demand) {
        this.demand = demand;
        this.wanting = wanting(demand);
        this.place = new int[demand.students()];
        this.price = new int[demand.topics()];
        this.seats = new int[demand.topics()];
        this.members = new int[demand.topics()][0];
        this.taken = new int[demand.topics()];
        this.position = new int[demand.students()];
        this.paths = new Paths(demand.topics());
        Arrays.fill(place, NOWHERE);
        Arrays.fill(price, Demand.MOST_GAIN);
    }

    /** With no seat in any topic yet. */
    public static Seating empty(Demand demand) {
        return new Seating(demand);
    }

    /** The best seating with this many seats in each topic. */
    public static Seating of(Demand demand, int[] seats) {
        Seating seating = new Seating(demand);
        for (int topic = 0; topic < demand.topics(); topic++) {
            seating.seats[topic] = seats[topic];
            seating.price[topic] = seats[topic] > 0 ? 0 : Demand.MOST_GAIN;
        }
        for (int student = 0; student < demand.students(); student++) {
            seating.insert(student);
        }
        return seating;
    }

    /** How many students there are, with and without a seat. */
    public int students() {
        return place.length;
    }

    /** The topic of a student, or -1. */
    public int topicOf(int student) {
        return place[student];
    }

    /** How many seats of a topic are taken. */
    public int taken(int topic) {
        return taken[topic];
    }

    /** How many seats a topic has. */
    public int seats(int topic) {
        return seats[topic];
    }

    /** All gains together. */
    public long gain() {
        long gain = 0;
        for (int student = 0; student < place.length; student++) {
            gain += place[student] == NOWHERE ? 0 : demand.gain(student, place[student]);
        }
        return gain;
    }

    /** What no seating with these seats can exceed: what each student keeps at the prices, and the worth of all seats. */
    public long bound() {
        long bound = 0;
        for (int student = 0; student < place.length; student++) {
            bound += best(student);
        }
        for (int topic = 0; topic < price.length; topic++) {
            bound += (long) price[topic] * seats[topic];
        }
        return bound;
    }

    /** What another group of this many seats in the topic could bring at most, at the prices of now. */
    long promise(int topic, int more) {
        int[] wins = new int[wanting[topic].length];
        for (int i = 0; i < wins.length; i++) {
            int student = wanting[topic][i];
            wins[i] = place[student] == topic ? 0 : Math.max(0, demand.gain(student, topic) - kept(student));
        }
        Arrays.sort(wins);
        long promise = 0;
        for (int i = wins.length - 1; i >= Math.max(0, wins.length - more); i--) {
            promise += wins[i];
        }
        return promise;
    }

    /** Adds seats to a topic, one after the other, and seats whoever gains by it. */
    public void addSeats(int topic, int more) {
        for (int i = 0; i < more; i++) {
            boolean worthNothing = price[topic] == 0;
            seats[topic]++;
            if (!worthNothing) {
                fill(topic);
            }
        }
    }

    /** Takes seats away from a topic; whoever loses one gets the best that is left. */
    public void removeSeats(int topic, int fewer) {
        seats[topic] -= fewer;
        int evicted = Math.max(0, taken[topic] - seats[topic]);
        int[] students = new int[evicted];
        for (int i = 0; i < evicted; i++) {
            students[i] = members[topic][taken[topic] - 1];
            leave(students[i]);
        }
        if (seats[topic] == 0) {
            price[topic] = Demand.MOST_GAIN;
        }
        for (int student : students) {
            insert(student);
        }
    }

    /** A seating that goes its own way from here. */
    Seating copy() {
        return new Seating(demand, this);
    }

    private Seating(Demand demand, Seating other) {
        this.demand = demand;
        this.wanting = other.wanting;
        this.place = other.place.clone();
        this.price = other.price.clone();
        this.seats = other.seats.clone();
        this.members = new int[other.members.length][];
        for (int topic = 0; topic < members.length; topic++) {
            members[topic] = other.members[topic].clone();
        }
        this.taken = other.taken.clone();
        this.position = other.position.clone();
        this.paths = other.paths; // scratch only
    }

    /** Finds the best seat for a student who has none, moving others where that gains more. */
    private void insert(int student) {
        paths.clear();
        int best = best(student);
        paths.end(best, NOWHERE, student); // stays without a seat
        reach(student, best, 0, NOWHERE);
        int topic;
        while ((topic = paths.nearest()) != NOWHERE) {
            if (taken[topic] < seats[topic]) {
                paths.end(paths.distance(topic), topic, NOWHERE);
                break;
            }
            for (int i = 0; i < taken[topic]; i++) {
                int member = members[topic][i];
                int keeps = demand.gain(member, topic) - price[topic];
                paths.end(paths.distance(topic) + keeps, topic, member);
                reach(member, keeps, paths.distance(topic), topic);
            }
        }
        paths.raise(price);
        settle(student);
    }

    /** Whoever would move from a topic reaches every other option at what that costs them. */
    private void reach(int student, int keeps, int from, int topic) {
        int[] options = demand.options(student);
        int[] gains = demand.gains(student);
        for (int i = 0; i < options.length; i++) {
            if (options[i] != topic) {
                paths.reach(options[i], from + keeps - (gains[i] - price[options[i]]), student);
            }
        }
    }

    private void settle(int newcomer) {
        int topic = paths.endTopic();
        if (paths.endStudent() != NOWHERE && topic != NOWHERE) {
            leave(paths.endStudent());
        }
        while (topic != NOWHERE) {
            int mover = paths.via(topic);
            int from = place[mover];
            if (mover != newcomer) {
                leave(mover);
            }
            sit(mover, topic);
            topic = mover == newcomer ? NOWHERE : from;
        }
    }

    /** One more seat in a topic that was full: whoever gains most by it moves in, and so on to where they came from. */
    private void fill(int origin) {
        paths.clear();
        paths.reach(origin, 0, NOWHERE);
        int topic;
        while ((topic = paths.nearest()) != NOWHERE) {
            int distance = paths.distance(topic);
            paths.end(distance + price[topic], topic, NOWHERE); // a seat stays empty here
            for (int student : wanting[topic]) {
                if (place[student] != topic) {
                    int costs = distance + kept(student) - (demand.gain(student, topic) - price[topic]);
                    if (place[student] == NOWHERE) {
                        paths.end(costs, topic, student);
                    } else {
                        paths.reachBack(place[student], costs, student, topic);
                    }
                }
            }
        }
        paths.lower(price);
        int empty = paths.endTopic();
        int newcomer = paths.endStudent();
        int at = empty;
        while (at != origin) {
            int mover = paths.via(at);
            int to = paths.to(at);
            leave(mover);
            sit(mover, to);
            at = to;
        }
        if (newcomer != NOWHERE) {
            sit(newcomer, empty);
        }
    }

    /** What a student keeps of the gain after the price; 0 without a seat. */
    private int kept(int student) {
        return place[student] == NOWHERE ? 0 : demand.gain(student, place[student]) - price[place[student]];
    }

    /** The most that a student could keep. */
    private int best(int student) {
        int best = 0;
        for (int i = 0; i < demand.options(student).length; i++) {
            best = Math.max(best, demand.gains(student)[i] - price[demand.options(student)[i]]);
        }
        return best;
    }

    private void sit(int student, int topic) {
        if (taken[topic] == members[topic].length) {
            members[topic] = Arrays.copyOf(members[topic], Math.max(8, 2 * taken[topic]));
        }
        members[topic][taken[topic]] = student;
        position[student] = taken[topic]++;
        place[student] = topic;
    }

    private void leave(int student) {
        int topic = place[student];
        int last = members[topic][--taken[topic]];
        members[topic][position[student]] = last;
        position[last] = position[student];
        place[student] = NOWHERE;
    }

    private static int[][] wanting(Demand demand) {
        int[][] wanting = new int[demand.topics()][0];
        int[] counts = new int[demand.topics()];
        for (int student = 0; student < demand.students(); student++) {
            for (int topic : demand.options(student)) {
                if (counts[topic] == wanting[topic].length) {
                    wanting[topic] = Arrays.copyOf(wanting[topic], Math.max(8, 2 * counts[topic]));
                }
                wanting[topic][counts[topic]++] = student;
            }
        }
        for (int topic = 0; topic < wanting.length; topic++) {
            wanting[topic] = Arrays.copyOf(wanting[topic], counts[topic]);
        }
        return wanting;
    }
}
