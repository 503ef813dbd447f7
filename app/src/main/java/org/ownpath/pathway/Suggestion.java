package org.ownpath.pathway;

import java.util.List;

/** An activity that may suit a student now, and why. */
public record Suggestion(Activity activity, int weight, List<String> why) {

    /** Keeps its own copy of the reasons. */
    public Suggestion {
        why = List.copyOf(why);
    }
}
