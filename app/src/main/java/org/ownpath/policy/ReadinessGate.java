package org.ownpath.policy;

/** What a student does who asks to show something before what comes first is shown. */
public enum ReadinessGate {
    /** The student says in a note why they are ready all the same. */
    NOTE,
    /** The student takes one step first: practice, support, or showing what comes first. */
    STEP
}
