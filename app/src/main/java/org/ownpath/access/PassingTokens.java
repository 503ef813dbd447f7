package org.ownpath.access;

import java.io.Serializable;
import java.util.Optional;

/** Tokens that another room gives for a while to programs that keep learning records; what each may do is its to say. */
public interface PassingTokens {

    /**
     * Whoever comes with such a token.
     *
     * @param viewer the account that speaks
     * @param purpose what it came for, for the room that gave the token
     */
    record Passing(Viewer viewer, Serializable purpose) {}

    /** Who comes with this token; empty where it is none of these or has ended. */
    Optional<Passing> passing(String token);
}
