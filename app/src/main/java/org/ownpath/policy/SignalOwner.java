package org.ownpath.policy;

/** Who is told of what the evidence gives reason to look at. */
public enum SignalOwner {
    TEACHERS_AND_ADVISORS(true, true),
    TEACHERS(true, false),
    ADVISORS(false, true);

    private final boolean teachers;
    private final boolean advisors;

    SignalOwner(boolean teachers, boolean advisors) {
        this.teachers = teachers;
        this.advisors = advisors;
    }

    /** Whether it is those of a group; a group that is about no subject in particular is an advisory. */
    public boolean owns(boolean advisory) {
        return advisory ? advisors : teachers;
    }
}
