package org.ownpath.assessment.items;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Depth;

/**
 * What came of a try.
 *
 * @param answered how many questions were answered
 * @param waiting how many answers a person has still to score
 * @param again when the next try may begin; empty for a test that a teacher offered once
 */
public record Report(Attempt attempt, List<Finding> findings, int answered, int waiting, Optional<Instant> again) {

    /**
     * How far a student came with questions of one depth.
     *
     * @param asked how many were asked and scored
     * @param right how many of them were all right
     */
    public record ByDepth(Depth depth, int asked, int right) {}

    /** Keeps a copy. */
    public Report {
        findings = List.copyOf(findings);
    }
}
