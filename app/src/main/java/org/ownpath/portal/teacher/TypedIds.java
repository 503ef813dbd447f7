package org.ownpath.portal.teacher;

import java.util.Optional;
import java.util.function.Function;

/** Reads ids in forms, where a text that is none is told to whoever sent it. */
final class TypedIds {

    private TypedIds() {}

    static <T> Optional<T> read(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text.strip()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
