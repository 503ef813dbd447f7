package org.ownpath.portal.student;

import org.ownpath.evidence.Observation;

/** How something was shown, in words that a ten-year-old reads. */
public final class HowShown {

    private HowShown() {}

    /** How deep it went: "put to use". */
    public static String depth(Observation.Nature nature) {
        return switch (nature.depth()) {
            case RECALL -> "from memory";
            case APPLY -> "put to use";
            case CREATE -> "made something new";
        };
    }

    /** Where it was shown: "in class". */
    public static String where(Observation.Nature nature) {
        return switch (nature.context()) {
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
