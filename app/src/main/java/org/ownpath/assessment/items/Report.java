package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a try.
 *
 * @param answered how many questions were answered
 * @param waiting how many answers a person has still to score
 * @param again when the next try may begin; empty for a test that a teacher offered once
 */
public record Report(Attempt attempt, List<Finding> findings, int answered, int waiting, Optional<Instant> again) {

    /** Keeps a copy. */
    public Report {
        findings = List.copyOf(findings);
    }
}
