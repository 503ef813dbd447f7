package org.ownpath.engine.simulate;

/** Remembers the checks of one competency, and says when they are enough. Not for use by several threads. */
public abstract sealed class Checks permits LastChecks, CountedChecks, JudgedChecks {

    Checks() {}

    /** Forgets everything: another competency, or another learner. */
    abstract void clear();

    /** One more check with this rating, 1 to 4. */
    abstract void add(int rating);

    /** Whether the rule is met by what was added. */
    abstract boolean enough();
}
