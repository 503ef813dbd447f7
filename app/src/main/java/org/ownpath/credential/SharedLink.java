package org.ownpath.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ownpath.shared.StudentId;

/**
 * A link by which somebody outside of the school reads a transcript.
 *
 * @param opened how often it was opened, counted once a minute
 */
public record SharedLink(
        LinkId id,
        StudentId student,
        Choice choice,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        long opened,
        Optional<Instant> lastOpened) {

    /**
     * What whoever has the link may see.
     *
     * @param recipient for whom it is, in the words of whoever made it
     * @param subjects the academic subjects that it shows
     * @param evidence whether it opens to the evidence of each competency
     * @param dispositions whether it shows habits and attitudes
     */
    public record Choice(String recipient, Set<String> subjects, boolean evidence, boolean dispositions) {

        /** Keeps its own copy. */
        public Choice {
            subjects = Set.copyOf(subjects);
        }
    }

    /** Whether it opens at this moment. */
    public boolean opensAt(Instant moment) {
        return revokedAt.isEmpty() && moment.isBefore(expiresAt);
    }
}
