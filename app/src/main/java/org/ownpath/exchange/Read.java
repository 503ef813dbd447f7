package org.ownpath.exchange;

import java.util.List;
import java.util.function.Supplier;
import org.ownpath.shared.Problem;

/** What reading a file gave: something, or why not. */
public sealed interface Read<T> {

    /** It could be read. */
    record Parsed<T>(T value) implements Read<T> {}

    /**
     * It could not; every problem says where and what to do.
     *
     * @param more how many problems there are beyond those listed
     */
    record Unreadable<T>(List<Problem> problems, long more) implements Read<T> {
        /** Keeps its own copy. */
        public Unreadable {
            problems = problems.stream().sorted(Problem.IN_ORDER).toList();
        }

        /** All problems are listed, unless they counted others themselves. */
        public Unreadable(List<Problem> problems) {
            this(problems, problems instanceof Problems counted ? counted.more() : 0);
        }
    }

    /** The value, if reading it met no problem. */
    static <T> Read<T> of(List<Problem> problems, Supplier<T> value) {
        return problems.isEmpty() ? new Parsed<>(value.get()) : new Unreadable<>(problems);
    }
}
