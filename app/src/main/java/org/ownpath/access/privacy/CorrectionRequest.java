package org.ownpath.access.privacy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;

/** Somebody asks that a student's record be corrected. */
public record CorrectionRequest(
        UUID id, StudentId student, PersonId askedBy, Instant askedAt, Wish wish, Optional<Answer> answer) {

    /**
     * What is asked for.
     *
     * @param piece the evidence that it is about; empty where it is about something else
     * @param wrong what is wrong
     * @param proposed how it should be
     */
    public record Wish(Optional<PieceId> piece, String wrong, String proposed) {}

    /**
     * What the school says to it.
     *
     * @param correction what took the place of the evidence, where some was corrected or withdrawn
     */
    public record Answer(PersonId by, Instant at, boolean agreed, String reason, Optional<PieceId> correction) {}
}
