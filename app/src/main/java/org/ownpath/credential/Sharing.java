package org.ownpath.credential;

/** What became of a wish to share. */
public sealed interface Sharing {

    /** The link is made. The token opens it and is told this once: only its hash is kept. */
    record Shared(LinkId link, String token) implements Sharing {}

    /** It was not made; the reason says what to change. */
    record Refused(String reason) implements Sharing {}
}
