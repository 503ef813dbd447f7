package org.ownpath.access.privacy;

import java.util.Set;

/**
 * A table in which a room keeps something about people.
 *
 * @param name with its schema
 * @param title what it holds, as a person reads it
 * @param about which rows are about a person, as a condition on {@code :person} and {@code :account}
 * @param secret columns that open something, or say nothing to anybody: they are not told
 */
public record KeptTable(String name, String title, String about, Set<String> secret) {

    /** Keeps its own copy of the secret columns. */
    public KeptTable {
        secret = Set.copyOf(secret);
    }

    /** A table with nothing secret in it. */
    public static KeptTable of(String name, String title, String about) {
        return new KeptTable(name, title, about, Set.of());
    }

    /** The same with columns that are not told. */
    public KeptTable without(String... columns) {
        return new KeptTable(name, title, about, Set.of(columns));
    }
}
