package org.ownpath.pathway;

import java.util.Optional;
import org.ownpath.framework.Competency;
import org.ownpath.shared.GoalId;

/**
 * Something that a student can do next, and why.
 *
 * @param competency what it is about; empty where it is about a goal as a whole
 * @param goal the goal that it serves, if any
 * @param why in a sentence to the student
 */
public record NextStep(Kind kind, Optional<Competency> competency, Optional<GoalId> goal, String title, String why) {

    /** The kinds, the most pressing first. */
    public enum Kind {
        GOAL_AT_RISK("Goal at risk"),
        DUE_AGAIN("Show it again"),
        READY("Ready now"),
        NEARLY("Nearly ready");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** "Ready now". */
        public String words() {
            return words;
        }
    }
}
