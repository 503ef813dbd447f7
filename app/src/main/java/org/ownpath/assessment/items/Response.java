package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.OptionalDouble;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.shared.ItemId;

/**
 * An answer that is kept.
 *
 * @param number its place in the test, from 1
 * @param score from 0 to 1; empty while a person has to score it
 */
public record Response(int number, ItemId item, Answer answer, OptionalDouble score, Instant at) {

    static final double ALL = 0.999;

    /** Whether all of it is right. */
    public boolean right() {
        return score.isPresent() && score.getAsDouble() >= ALL;
    }
}
