package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a setting may be set to: how a value is kept as JSON, typed into a form and said in words.
 *
 * @param <V> what the product works with
 */
public sealed interface Values<V> permits YesNo, WholeNumber, OneOf, SomeOf, Lines {

    /** The value as it is kept and exported. */
    JsonNode write(V value);

    /** Why this is none of the values, with the remedy; empty when it is one. */
    Optional<String> refusal(JsonNode json);

    /** The value that is not refused. */
    V read(JsonNode json);

    /** What a form sent, to be checked by {@link #refusal}. */
    JsonNode typed(List<String> fields);

    /** A value as {@link #typed} takes it. */
    List<String> fields(V value);

    /** As a person reads it. */
    String words(V value);

    /** What there is to choose from; empty where something is written. */
    default List<? extends Option<?>> options() {
        return List.of();
    }
}
