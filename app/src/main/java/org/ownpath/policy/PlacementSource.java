package org.ownpath.policy;

/** What places a student who has shown nothing of the lower levels: evidence or nothing, and never age or grade. */
public enum PlacementSource {
    /** Everybody begins at the foot and shows each level. */
    NOTHING,
    /** The level of what a student mastered first: nothing that is shown later moves it. */
    FIRST_MASTERY
}
