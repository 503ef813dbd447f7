package org.ownpath.mastery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * How one student stands in one competency, as of now.
 *
 * @param value the computed value on the competency's scale
 * @param pieces how many demonstrations count
 * @param masteredAt when the mastery that stands was reached
 * @param lastShownAt when it was last shown
 * @param freshUntil after which mastery needs a refresh, if the rule says so
 */
public record Standing(
        StudentId student,
        CompetencyId competency,
        State state,
        OptionalDouble value,
        int pieces,
        Optional<Instant> masteredAt,
        Optional<Instant> lastShownAt,
        Optional<Instant> freshUntil) {}
