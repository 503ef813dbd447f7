package org.ownpath.assessment;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * A demonstration has moved on; published in the transaction in which it does.
 *
 * @param second who scores it too
 * @param first of the competencies that it is about
 * @param by who moved it
 * @param meetsAt the time that the move is about; empty when it is about none
 */
public record DemonstrationMoved(
        DemonstrationId demonstration,
        StudentId student,
        PersonId assessor,
        Optional<PersonId> second,
        CompetencyId first,
        Move move,
        PersonId by,
        Optional<Instant> meetsAt) {}
