package org.ownpath.policy;

import java.time.Instant;
import java.util.UUID;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AdoptionId;

/**
 * One decision about the design choices: who took it, when and why.
 *
 * @param effectiveFrom from when what it says is in force
 * @param reason in the words of whoever adopted it
 */
public record Adoption(AdoptionId id, Instant effectiveFrom, AccountId adoptedBy, Instant adoptedAt, String reason) {

    /** In force from now at the earliest: what was shown before it was adopted stays what it was. */
    Adoption notBeforeAdopted() {
        return effectiveFrom.isBefore(adoptedAt) ? new Adoption(id, adoptedAt, adoptedBy, adoptedAt, reason) : this;
    }

    /** A draft as if it was adopted from that instant, for books that try it out. */
    public static Adoption trial(Instant from) {
        UUID nobody = new UUID(0, 1);
        return new Adoption(AdoptionId.next(), from, new AccountId(nobody), from, "A draft");
    }
}
