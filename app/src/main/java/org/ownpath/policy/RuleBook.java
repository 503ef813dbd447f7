package org.ownpath.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every rule version that a district has adopted. Immutable. */
public final class RuleBook {

    private final List<RuleVersion> versions;
    private final Timeline<RuleVersion> timeline;

    /** A book of these versions, in any order. */
    public RuleBook(Collection<RuleVersion> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(RuleVersion::effectiveFrom)
                        .thenComparing(RuleVersion::order)
                        .reversed())
                .toList();
        this.timeline = new Timeline<>(this.versions);
    }

    /** All of them, by when they take effect, newest first. */
    public List<RuleVersion> versions() {
        return versions;
    }

    /**
     * The rule in force at a place: the narrowest of the district's, its subject's, its level's and its competency's own,
     * unless a broader one is locked, or else the one that holds without any.
     */
    public RuleVersion inForce(Place place, Instant at) {
        return timeline.inForce(place, at).orElse(RuleVersion.UNTIL_ADOPTED);
    }

    /** The rule in force for a subject as a whole. */
    public RuleVersion inForce(String subject, Instant at) {
        return inForce(Place.DISTRICT.subject(subject), at);
    }

    /** The district's own rule in force. */
    public RuleVersion inForce(Instant at) {
        return inForce(Place.DISTRICT, at);
    }

    /** The next of what was adopted for exactly this scope and is not in force yet. */
    public Optional<RuleVersion> next(Scope scope, Instant at) {
        return timeline.next(scope, at);
    }

    /** The next of each scope, the soonest first. */
    public List<RuleVersion> ahead(Instant at) {
        return timeline.ahead(at);
    }

    /** What is in force for each scope that has a rule of its own, broad ones first. */
    public List<RuleVersion> stated(Instant at) {
        return timeline.stated(at);
    }

    /** What was adopted for exactly this scope and is in force there, whatever broader ones say. */
    public Optional<RuleVersion> ofScope(Scope scope, Instant at) {
        return timeline.ofScope(scope, at);
    }

    /** This book, with a draft adopted. */
    public RuleBook with(ChoiceDraft draft, Adoption adoption) {
        List<RuleVersion> all = new ArrayList<>(versions);
        draft.rules().forEach(change -> all.add(change.adopted(adoption)));
        return new RuleBook(all);
    }
}
