package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.assessment.items.question.Sheet;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.ItemId;

/**
 * The question that is asked now, as the browser of whoever takes the test may see it.
 *
 * @param number its place in the test, from 1
 * @param most at most so many questions
 */
public record Turn(Asked asked, int number, int most, Sheet sheet, Accommodation accommodation) {

    /** Which question of which try. */
    public record Asked(AttemptId attempt, ItemId item, String title, Optional<Instant> until, boolean adaptive) {}
}
