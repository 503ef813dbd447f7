package org.ownpath.exchange.badges;

/** What became of an endorsement that somebody wrote or brought. */
public sealed interface Endorsing {

    /** It is kept. */
    record Kept(EndorsementId id) implements Endorsing {}

    /** It was not; the reason says what to change. */
    record Refused(String reason) implements Endorsing {}
}
