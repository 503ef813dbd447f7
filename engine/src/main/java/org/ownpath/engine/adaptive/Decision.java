package org.ownpath.engine.adaptive;

/** What a test decides about mastery when it stops. */
public enum Decision {
    /** Ability is taken to be at or above the cut. */
    MASTERED,
    /** Ability is taken to be below the cut. */
    NOT_MASTERED,
    /** The test stopped for another reason than a decision. */
    UNDECIDED
}
