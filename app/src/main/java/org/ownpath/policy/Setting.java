package org.ownpath.policy;

import java.util.Set;

/**
 * One question of a design choice, and what it may be answered with.
 *
 * @param id as files and the database name it: "assessment.cooling-off-days"; never changed
 * @param question in plain words, as the page asks it
 * @param help what the answer changes
 * @param usual what holds until something is adopted
 * @param scopes for which parts of the district it may be set
 * @param <V> what the product works with
 */
public record Setting<V>(
        String id,
        DesignChoice choice,
        String question,
        String help,
        Values<V> values,
        V usual,
        Set<Scope.Kind> scopes) {

    /** Keeps its own copy of the scopes. */
    public Setting {
        scopes = Set.copyOf(scopes);
    }
}
