package org.ownpath.mastery;

import java.util.List;
import java.util.function.Function;
import org.ownpath.engine.State;
import org.ownpath.engine.Verdict;
import org.ownpath.policy.Supposed;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How students stand in competencies at one moment, without the figures. */
@FunctionalInterface
public interface States {

    /** How the student stands in the competency. */
    State of(StudentId student, CompetencyId competency);

    /** How students would stand if this held. */
    default States under(Supposed supposed) {
        return (student, competency) ->
                supposed.verdict(student, competency).map(Verdict::state).orElseGet(() -> of(student, competency));
    }

    /** For each student, how he or she stands in each of the competencies, in their order. */
    default Function<StudentId, List<State>> rows(List<CompetencyId> competencies) {
        return student ->
                competencies.stream().map(competency -> of(student, competency)).toList();
    }
}
