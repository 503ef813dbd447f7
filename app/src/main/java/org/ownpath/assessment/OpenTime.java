package org.ownpath.assessment;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;

/**
 * A time at which a teacher has room for one student who wants to show something.
 *
 * @param place where, in a few words; may be empty
 * @param bookedFor the demonstration that has it; empty while it is free
 */
public record OpenTime(
        OpenTimeId id,
        PersonId teacher,
        Instant begins,
        Instant ends,
        String place,
        Optional<DemonstrationId> bookedFor) {

    /** Whether a student can still book it. */
    public boolean free(Instant now) {
        return bookedFor.isEmpty() && begins.isAfter(now);
    }
}
