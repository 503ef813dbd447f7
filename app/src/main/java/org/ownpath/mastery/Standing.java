package org.ownpath.mastery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.engine.State;
import org.ownpath.engine.Verdict;
import org.ownpath.policy.Supposed;
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
        Optional<Instant> freshUntil) {

    static Standing of(StudentId student, CompetencyId competency, Verdict verdict) {
        return new Standing(
                student,
                competency,
                verdict.state(),
                verdict.value(),
                verdict.count(),
                verdict.masteredAt(),
                verdict.lastShownAt(),
                verdict.freshUntil());
    }

    /** How a student who stands so today would stand if this held. */
    public static Map<CompetencyId, Standing> under(
            Supposed supposed, StudentId student, Map<CompetencyId, Standing> today) {
        Map<CompetencyId, Verdict> verdicts = supposed.verdictsOn(student);
        if (verdicts.isEmpty()) {
            return today;
        }
        Map<CompetencyId, Standing> under = new HashMap<>(today);
        verdicts.forEach((competency, verdict) -> under.put(competency, of(student, competency, verdict)));
        under.values().removeIf(standing -> standing.state() == State.NO_EVIDENCE);
        return under;
    }
}
