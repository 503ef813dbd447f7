package org.ownpath.engine.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What one learner remembers of one thing, as it stood right after a review.
 *
 * @param stability days until the chance of recall falls from 1 to 0.9; more than 0
 * @param difficulty how hard it is to make this memory more stable, from 1 to 10
 * @param reviewedOn the day of the review
 */
public record Memory(double stability, double difficulty, LocalDate reviewedOn) {

    /** Refuses what no memory can be. */
    public Memory {
        if (!(stability > 0) || !Double.isFinite(stability)) {
            throw new IllegalArgumentException("Stability " + stability
                    + " is not a number of days above 0. Start the memory again from its first review.");
        }
        if (!(difficulty >= 1 && difficulty <= 10)) {
            throw new IllegalArgumentException(
                    "Difficulty " + difficulty + " is not from 1 to 10. Start the memory again from its first review.");
        }
        Objects.requireNonNull(reviewedOn, "reviewedOn");
    }
}
