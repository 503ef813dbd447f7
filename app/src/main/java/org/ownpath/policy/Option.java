package org.ownpath.policy;

/**
 * One of the answers that a setting offers.
 *
 * @param code as files and the database name it
 * @param title a few words, to choose from
 * @param help what it means, in a sentence; may be empty
 */
public record Option<V>(V value, String code, String title, String help) {

    /** An option whose few words say it all. */
    public static <V> Option<V> of(V value, String code, String title) {
        return new Option<>(value, code, title, "");
    }
}
