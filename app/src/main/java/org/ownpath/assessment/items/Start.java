package org.ownpath.assessment.items;

import java.time.Instant;
import org.ownpath.shared.AttemptId;

/** What becomes of a wish to take a test. */
public sealed interface Start {

    /** It has begun, now or before. */
    record Begun(AttemptId attempt) implements Start {}

    /** The last try was not long ago. */
    record TooSoon(Instant again) implements Start {}

    /** It cannot be taken; the reason says what to do instead. */
    record Refused(String reason) implements Start {}
}
