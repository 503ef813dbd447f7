package org.ownpath.portal.privacy;

import java.util.Optional;
import org.ownpath.access.privacy.CorrectionRequest;
import org.ownpath.evidence.Entry;
import org.ownpath.roster.Person;
import org.ownpath.shared.PieceId;

/**
 * A request to correct a record as pages show it.
 *
 * @param about the evidence that it is about, in words; empty where it is about something else
 * @param entry that evidence as it is in the ledger
 */
public record AskedView(
        CorrectionRequest request, Person student, String askedBy, String about, Optional<Entry> entry) {

    /** What has taken the place of the evidence since. */
    public Optional<PieceId> replacement() {
        return entry.flatMap(Entry::replacedBy);
    }

    /** Whether the evidence that it is about still counts. */
    public boolean standing() {
        return entry.filter(Entry::standing).isPresent();
    }
}
