package org.ownpath.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.engine.Rule;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.shared.RuleVersionId;

/**
 * A rule that somebody thinks of adopting.
 *
 * @param subject the subject that it would be for; empty for the whole district
 */
public record Proposal(Optional<String> subject, String title, Rule rule) {

    /** The rule book as it would be, had this been adopted at that moment. */
    RuleBook adoptedInto(RuleBook book, Instant at) {
        RuleVersion version =
                new RuleVersion(RuleVersionId.next(), subject, title, rule, at, Optional.empty(), "Not adopted yet.");
        return new RuleBook(
                Stream.concat(book.versions().stream(), Stream.of(version)).toList());
    }
}
