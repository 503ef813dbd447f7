package org.ownpath.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * Work that a student keeps.
 *
 * @param madeOn when it was made, which is what orders a portfolio
 * @param artifacts hashes of files stored with {@link org.ownpath.evidence.Artifacts}
 * @param reflection what the student says of it; may be empty
 * @param selfRatings where the student says it is, on the scale of the competency
 */
public record PortfolioPiece(
        UUID id,
        StudentId student,
        LocalDate madeOn,
        String title,
        String body,
        String link,
        List<String> artifacts,
        List<CompetencyId> competencies,
        String reflection,
        Map<CompetencyId, Double> selfRatings) {

    /** Keeps its own copies. */
    public PortfolioPiece {
        artifacts = List.copyOf(artifacts);
        competencies = List.copyOf(competencies);
        selfRatings = Map.copyOf(selfRatings);
    }
}
