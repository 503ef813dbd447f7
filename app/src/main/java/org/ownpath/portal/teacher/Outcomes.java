package org.ownpath.portal.teacher;

import java.util.List;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.shared.Counted;

/** What became of a form, in words for whoever sent it. */
final class Outcomes {

    /** The status of a page that shows a form again. */
    static final int UNPROCESSABLE = 422;

    private Outcomes() {}

    static boolean isKept(Outcome outcome) {
        return outcome instanceof Outcome.Stored || outcome instanceof Outcome.AlreadyStored;
    }

    static List<String> problems(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reasons();
        }
        return outcome instanceof Outcome.Conflict conflict ? List.of(conflict.reason()) : List.of();
    }

    static String recorded(Outcome outcome, Observation observation) {
        String whom = students(observation.ratings().stream()
                .map(Observation.Rating::student)
                .distinct()
                .count());
        return outcome instanceof Outcome.AlreadyStored
                ? "This was recorded already, once, for " + whom + "."
                : "Recorded for " + whom + ".";
    }

    static String students(long count) {
        return Counted.of(count, "student");
    }
}
