package org.ownpath.credential;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.StudentId;

/**
 * A badge, or a record of all that was shown, in the hands of a student.
 *
 * @param badge empty for the record
 */
public record Award(
        AwardId id,
        StudentId student,
        Optional<Badge> badge,
        Given given,
        StatusPlace place,
        Optional<Revocation> revocation) {

    /** The title of every record of all that was shown. */
    public static final String RECORD = "Learning record";

    /** When it was given, what a teacher saw (empty where nobody had to say), and until when it is good. */
    public record Given(Instant at, String words, Optional<Instant> expiresAt) {}

    /** Its place in the lists that tell the world what was taken back. */
    public record StatusPlace(int list, int index) {}

    /** Since when it is taken back, and why. */
    public record Revocation(Instant at, String reason) {}

    /** What it is called. */
    public String title() {
        return badge.map(Badge::title).orElse(RECORD);
    }

    /** Whether it is good at this moment. */
    public boolean holdsAt(Instant moment) {
        return revocation.isEmpty() && given.expiresAt().map(moment::isBefore).orElse(true);
    }
}
