package org.ownpath.credential;

/** What became of a badge that somebody wrote. */
public sealed interface Defining {

    /** It can be earned from now on. */
    record Defined(BadgeId badge) implements Defining {}

    /** It was not made; the reason says what to change. */
    record Refused(String reason) implements Defining {}
}
