package org.ownpath.engine.simulate;

import java.util.List;

/** Learners by the tercile of the distribution that their learning rate is drawn from, so that one sees for whom. */
public enum Group {
    ALL("all learners", 0, 3),
    SLOWER("slower third", 0, 1),
    MIDDLE("middle third", 1, 2),
    FASTER("faster third", 2, 3);

    /** The number of terciles. */
    static final int TERCILES = 3;

    /** The normal deviate that a third of a standard normal distribution lies above. */
    private static final double UPPER_THIRD = 0.430_727_299_295_457_5;

    private final String words;
    private final int from;
    private final int to;

    Group(String words, int from, int to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    /** Plain words for a table. */
    public String words() {
        return words;
    }

    /** The first tercile in this group. */
    int from() {
        return from;
    }

    /** The tercile after the last in this group. */
    int to() {
        return to;
    }

    /** The third with this tercile, from 0. */
    static Group ofTercile(int tercile) {
        return List.of(SLOWER, MIDDLE, FASTER).get(tercile);
    }

    /** The tercile, 0 to 2, of a standard normal deviate. */
    static int tercile(double deviate) {
        if (deviate < -UPPER_THIRD) {
            return 0;
        }
        return deviate < UPPER_THIRD ? 1 : 2;
    }
}
