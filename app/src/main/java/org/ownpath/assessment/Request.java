package org.ownpath.assessment;

import java.util.List;
import java.util.Optional;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TaskId;

/**
 * What a student asks for.
 *
 * @param id chosen by the form, so that asking twice asks once
 * @param competencies what is to be shown; a task adds whatever else it shows, except at another try
 * @param task which task, when the way is a task
 * @param practised what was done since the try before
 * @param assessor who is to look at it; with a booked time its teacher does
 */
public record Request(
        DemonstrationId id,
        List<CompetencyId> competencies,
        Way way,
        Optional<TaskId> task,
        String note,
        String practised,
        When when,
        PersonId assessor,
        Optional<DemonstrationId> retryOf) {

    /** Keeps its own copy of the competencies. */
    public Request {
        competencies = List.copyOf(competencies);
    }

    /** The same, with somebody else to look at it. */
    Request lookedAtBy(PersonId other) {
        return new Request(id, competencies, way, task, note, practised, when, other, retryOf);
    }
}
