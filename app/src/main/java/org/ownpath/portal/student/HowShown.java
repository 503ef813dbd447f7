package org.ownpath.portal.student;

import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.evidence.Observation;

/** How something was shown, in words that a ten-year-old reads. */
public final class HowShown {

    private HowShown() {}

    /** How deep it went: "put to use". */
    public static String depth(Observation.Nature nature) {
        return depth(nature.depth());
    }

    /** Where it was shown: "in class". */
    public static String where(Observation.Nature nature) {
        return where(nature.context());
    }

    private static String depth(Depth depth) {
        return switch (depth) {
            case RECALL -> "from memory";
            case APPLY -> "put to use";
            case CREATE -> "made something new";
        };
    }

    private static String where(Context context) {
        return switch (context) {
            case CLASS -> "in class";
            case HOME -> "at home";
            case ONLINE -> "online";
            case INTERNSHIP -> "in an internship";
            case SUMMER -> "in summer";
            case GAME -> "in a game";
            case TUTORING -> "with a tutor";
            case COMMUNITY -> "in the community";
        };
    }
}
