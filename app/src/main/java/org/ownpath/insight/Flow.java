package org.ownpath.insight;

import java.util.List;
import java.util.function.BiPredicate;
import org.ownpath.engine.State;

/**
 * How many standings are in which state today, and in which state they would be.
 *
 * @param counts by the state of today and then the drafted one, in the order of {@link State}
 */
public record Flow(List<Long> counts) {

    private static final List<State> STATES = List.of(State.values());

    /** Keeps its own copy of the counts. */
    public Flow {
        counts = List.copyOf(counts);
        if (counts.size() != STATES.size() * STATES.size()) {
            throw new IllegalArgumentException("A flow has a count for each pair of states, not " + counts.size());
        }
    }

    static int place(State today, State drafted) {
        return STATES.indexOf(today) * STATES.size() + STATES.indexOf(drafted);
    }

    /** How many are in the one state today and would be in the other. */
    public long count(State today, State drafted) {
        return counts.get(place(today, drafted));
    }

    /** How many are in this state today. */
    public long today(State state) {
        return sum((today, drafted) -> today == state);
    }

    /** How many would be in this state. */
    public long drafted(State state) {
        return sum((today, drafted) -> drafted == state);
    }

    /** How many would move so. */
    public long moving(Move move) {
        return sum((today, drafted) -> Move.of(today, drafted) == move);
    }

    /** How many stand mastered today, due for a refresh or not. */
    public long masteredToday() {
        return sum((today, drafted) -> today.standing());
    }

    /** How many would stand mastered, due for a refresh or not. */
    public long masteredDrafted() {
        return sum((today, drafted) -> drafted.standing());
    }

    /** How many there are in all. */
    public long all() {
        return sum((today, drafted) -> true);
    }

    private long sum(BiPredicate<State, State> which) {
        long sum = 0;
        for (State today : STATES) {
            for (State drafted : STATES) {
                sum += which.test(today, drafted) ? count(today, drafted) : 0;
            }
        }
        return sum;
    }
}
