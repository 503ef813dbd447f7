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

    /** An option that is called by its words elsewhere, within a sentence. */
    static <V> Option<V> called(V value, String code, String words) {
        return of(value, code, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }
}
