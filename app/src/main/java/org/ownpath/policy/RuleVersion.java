package org.ownpath.policy;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Rule;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.RuleVersionId;

/**
 * A rule of mastery as it was adopted.
 *
 * @param subject the subject that it is for; empty for the whole district
 * @param reason why it was adopted, in the words of whoever did
 */
public record RuleVersion(
        RuleVersionId id,
        Optional<String> subject,
        String title,
        Rule rule,
        Instant effectiveFrom,
        Optional<AccountId> adoptedBy,
        String reason) {

    /** What holds until a district adopts a rule of its own: the best two ratings, 3 on a 4-point scale. */
    static final RuleVersion UNTIL_ADOPTED = new RuleVersion(
            new RuleVersionId(new java.util.UUID(0, 1)),
            Optional.empty(),
            "Best 2",
            Presets.find(Presets.DEFAULT_ID, 3).orElseThrow().rule(),
            Instant.EPOCH,
            Optional.empty(),
            "Holds until the district adopts a rule of its own.");
}
