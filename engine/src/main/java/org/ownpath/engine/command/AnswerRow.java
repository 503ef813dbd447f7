package org.ownpath.engine.command;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.engine.estimate.Attempt;

/** One answer of a file: the level is 0 or 1 for wrong or right, higher only for graded answers. */
record AnswerRow(String learner, String skill, String item, int level, Optional<Instant> at) {

    boolean right() {
        return level > 0;
    }

    Attempt attempt() {
        return new Attempt(learner, skill, item, right(), at);
    }
}
