package org.ownpath.access.privacy;

/**
 * Something that can go when it is old.
 *
 * @param code as the database names it
 * @param words what it is, as a person reads it
 * @param due the room's own query for the ids of what is older than {@code :older}
 * @param end the room's own call that deletes it and gives how much that was; empty where {@code due} gives people, who are
 *     forgotten one by one
 */
public record Expiry(String code, String words, String due, String end) {

    boolean ofPeople() {
        return end.isEmpty();
    }
}
