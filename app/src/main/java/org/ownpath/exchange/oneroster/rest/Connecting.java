package org.ownpath.exchange.oneroster.rest;

/** What came of the wish to connect a system. */
public sealed interface Connecting {

    /** It is connected; nothing was read yet. */
    record Connected(StudentSystemId id) implements Connecting {}

    /** It is not; the reason says what to do. */
    record Refused(String reason) implements Connecting {}
}
