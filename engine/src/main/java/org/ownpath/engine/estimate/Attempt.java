package org.ownpath.engine.estimate;

import java.time.Instant;
import java.util.Optional;

/**
 * One learner's answer to one item that practises one skill.
 *
 * @param at when, if known
 */
public record Attempt(String learner, String skill, String item, boolean right, Optional<Instant> at) {

    /** An attempt of which only the order is known. */
    public static Attempt of(String learner, String skill, String item, boolean right) {
        return new Attempt(learner, skill, item, right, Optional.empty());
    }
}
