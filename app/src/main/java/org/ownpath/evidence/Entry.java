package org.ownpath.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Result;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;

/**
 * A line of the ledger: one student, one competency, one occasion.
 *
 * @param withdrawal whether it only takes back what it replaces
 * @param replaces the piece that it corrects or withdraws
 * @param replacedBy the piece that corrects or withdraws it
 * @param reason why it replaces another, or the reason of a professional judgement
 */
public record Entry(
        PieceId piece,
        StudentId student,
        CompetencyId competency,
        EditionId edition,
        boolean withdrawal,
        Observation.Nature nature,
        Result result,
        PersonId observer,
        Instant shownAt,
        Instant recordedAt,
        Optional<String> task,
        Optional<String> note,
        Optional<String> reason,
        Optional<PieceId> replaces,
        Optional<PieceId> replacedBy,
        List<String> artifacts) {

    /** Whether it counts today: it is no withdrawal and nothing replaces it. */
    public boolean standing() {
        return !withdrawal && replacedBy.isEmpty();
    }
}
