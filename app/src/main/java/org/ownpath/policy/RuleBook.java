package org.ownpath.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every rule version that a district has adopted, newest first. Immutable. */
public record RuleBook(List<RuleVersion> versions) {

    /** Sorted by when they take effect, newest first. */
    public RuleBook {
        versions = versions.stream()
                .sorted(Comparator.comparing(RuleVersion::effectiveFrom)
                        .thenComparing(v -> v.id().value())
                        .reversed())
                .toList();
    }

    /** The rule in force for a subject: its own, or else the district's, or else the one that holds without any. */
    public RuleVersion inForce(String subject, Instant at) {
        return newest(Optional.of(subject), at)
                .or(() -> newest(Optional.empty(), at))
                .orElse(RuleVersion.UNTIL_ADOPTED);
    }

    /** The district's own rule in force. */
    public RuleVersion inForce(Instant at) {
        return newest(Optional.empty(), at).orElse(RuleVersion.UNTIL_ADOPTED);
    }

    private Optional<RuleVersion> newest(Optional<String> subject, Instant at) {
        return versions.stream()
                .filter(v -> v.subject().equals(subject) && !v.effectiveFrom().isAfter(at))
                .findFirst();
    }
}
