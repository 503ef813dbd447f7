package org.ownpath.assessment;

import java.time.LocalDate;
import java.util.List;

/**
 * Something learnt or earned elsewhere, as the student tells it; what it is stands in the note of the demonstration.
 *
 * @param place where: a school, a company, at home
 * @param learntOn when it was shown there, or learnt: its evidence counts from then
 * @param artifacts hashes of files stored with {@link org.ownpath.evidence.Artifacts}: a licence, a report, a picture
 */
public record Claim(String place, LocalDate learntOn, List<String> artifacts) {

    /** Without spaces around the place; keeps its own copy of the hashes. */
    public Claim {
        place = place.strip();
        artifacts = List.copyOf(artifacts);
    }
}
