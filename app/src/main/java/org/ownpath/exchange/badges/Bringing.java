package org.ownpath.exchange.badges;

/** What became of a credential that somebody brought. */
public sealed interface Bringing {

    /** It waits for a teacher, or was looked at before. */
    record Brought(OutsideId id) implements Bringing {}

    /** It was not taken; the reason says what to do. */
    record Refused(String reason) implements Bringing {}
}
