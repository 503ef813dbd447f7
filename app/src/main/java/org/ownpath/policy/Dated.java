package org.ownpath.policy;

import java.time.Instant;
import java.util.UUID;

/** Something that was adopted for a scope and takes effect at an instant. */
interface Dated {

    /** The part of the district that it is for. */
    Scope scope();

    /** From when it holds, until something later is adopted for the same scope. */
    Instant effectiveFrom();

    /** Whether narrower scopes have to follow it. */
    boolean locked();

    /** Whether it says something itself; otherwise the broader scope is followed again. */
    boolean says();

    /** Time-ordered: of two that take effect at once, the one adopted later holds. */
    UUID order();
}
