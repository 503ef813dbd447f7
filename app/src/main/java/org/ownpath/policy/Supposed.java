package org.ownpath.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ownpath.engine.Verdict;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * What holds at an instant if one side of a trial does: the answers to settings, and what becomes of mastery.
 *
 * @param choices the book as it is today, or with a draft adopted
 * @param verdicts of the students asked about, in whatever has another rule than today; no evidence is a verdict too
 */
public record Supposed(ChoiceBook choices, Instant at, Map<StudentId, Map<CompetencyId, Verdict>> verdicts) {

    /** What holds where every rule is today's. */
    public Supposed(ChoiceBook choices, Instant at) {
        this(choices, at, Map.of());
    }

    /** The same answers, with what drafted rules make of the evidence. */
    public Supposed judging(Map<StudentId, Map<CompetencyId, Verdict>> byOtherRules) {
        return new Supposed(choices, at, byOtherRules);
    }

    /** The answer at this place. */
    public <V> V inForce(Setting<V> setting, Place place) {
        return choices.inForce(setting, place, at);
    }

    /** The verdicts on a student by rules that are not today's. */
    public Map<CompetencyId, Verdict> verdictsOn(StudentId student) {
        return verdicts.getOrDefault(student, Map.of());
    }

    /** The verdict by a rule that is not today's; empty where today's rule holds. */
    public Optional<Verdict> verdict(StudentId student, CompetencyId competency) {
        return Optional.ofNullable(verdictsOn(student).get(competency));
    }
}
