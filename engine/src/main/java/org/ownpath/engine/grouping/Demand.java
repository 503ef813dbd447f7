package org.ownpath.engine.grouping;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What each student could work on, and how much it would help. Students and topics are numbered from 0. */
public final class Demand {

    /** The highest gain. */
    public static final int MOST_GAIN = 1000;

    private final int topics;
    private final int[][] options;
    private final int[][] gains;

    /**
     * Refuses options that name no topic, and gains out of range.
     *
     * @param topics how many topics there are
     * @param options for each student the topics they are ready for, each once
     * @param gains for each student the gain of each option, from 1 to {@link #MOST_GAIN}
     */
    public Demand(int topics, int[][] options, int[][] gains) {
        if (options.length != gains.length) {
            throw new IllegalArgumentException(options.length + " students have options and " + gains.length
                    + " have gains. Give both for each student.");
        }
        for (int student = 0; student < options.length; student++) {
            check(student, topics, options[student], gains[student]);
        }
        this.topics = topics;
        this.options = options.clone();
        this.gains = gains.clone();
    }

    private static void check(int student, int topics, int[] options, int[] gains) {
        boolean topicsKnown = Arrays.stream(options).allMatch(topic -> topic >= 0 && topic < topics);
        boolean each = Arrays.stream(options).distinct().count() == options.length;
        boolean inRange = Arrays.stream(gains).allMatch(gain -> gain >= 1 && gain <= MOST_GAIN);
        if (options.length != gains.length || !topicsKnown || !each || !inRange) {
            throw new IllegalArgumentException("Student " + student + " has options " + Arrays.toString(options)
                    + " with gains " + Arrays.toString(gains) + ". Name each of " + topics
                    + " topics at most once, with a gain from 1 to " + MOST_GAIN + ".");
        }
    }

    /** How many topics there are. */
    public int topics() {
        return topics;
    }

    /** The topics that the student is ready for; not to be changed. */
    int[] options(int student) {
        return options[student];
    }

    /** The gain of each of them; not to be changed. */
    int[] gains(int student) {
        return gains[student];
    }

    /** How many students there are. */
    public int students() {
        return options.length;
    }

    /** What the student gains from the topic; 0 when not ready for it. */
    public int gain(int student, int topic) {
        for (int i = 0; i < options[student].length; i++) {
            if (options[student][i] == topic) {
                return gains[student][i];
            }
        }
        return 0;
    }

    /** When every student had a seat in the topic that helps most: more can never be gained. */
    public long most() {
        return Arrays.stream(gains)
                .mapToLong(own -> Arrays.stream(own).max().orElse(0))
                .sum();
    }

    /** The same without one option of one student. */
    public Demand without(int student, int topic) {
        return keeping(student, option -> option != topic);
    }

    /** The same with one option only for one student. */
    public Demand only(int student, int topic) {
        return keeping(student, option -> option == topic);
    }

    private Demand keeping(int student, IntPredicate kept) {
        int[] places = IntStream.range(0, options[student].length)
                .filter(i -> kept.test(options[student][i]))
                .toArray();
        int[][] fewer = options.clone();
        int[][] left = gains.clone();
        fewer[student] = Arrays.stream(places).map(i -> options[student][i]).toArray();
        left[student] = Arrays.stream(places).map(i -> gains[student][i]).toArray();
        return new Demand(topics, fewer, left);
    }
}
