package org.ownpath.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A word of the engine's vocabulary: a stable code for files and messages, and plain words for people. */
public sealed interface Coded permits Form, Depth, Context, Purpose, State, Measure, Explanation.Reason {

    /** The constant's name, as every enum has it. */
    String name();

    /** Plain words, in lower case, for use inside a sentence. */
    String words();

    /** The stable code: the name in lower snake case, such as {@code performance_task}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of {@code type} that has this code, or empty if there is none. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return EnumSet.allOf(type).stream().filter(e -> e.code().equals(code)).findFirst();
    }

    /** An unmodifiable copy in the order of declaration, so that sentences and files always list words alike. */
    static <E extends Enum<E> & Coded> Set<E> inOrder(Class<E> type, Set<E> words) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(words);
        return Collections.unmodifiableSet(ordered);
    }
}
