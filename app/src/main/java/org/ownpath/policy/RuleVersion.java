package org.ownpath.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.engine.Presets;
import org.ownpath.engine.Rule;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.RuleVersionId;

/**
 * A rule of mastery as it was adopted.
 *
 * @param scope the part of the district that it is for
 * @param locked whether narrower scopes have to follow
 * @param ended whether the scope has no rule of its own from then on, and follows the broader one again
 */
public record RuleVersion(
        RuleVersionId id, Scope scope, String title, Rule rule, boolean locked, boolean ended, Adoption adoption)
        implements Dated {

    /** What holds until a district adopts a rule of its own: the best two ratings, 3 on a 4-point scale. */
    static final RuleVersion UNTIL_ADOPTED = new RuleVersion(
            new RuleVersionId(new UUID(0, 1)),
            Scope.district(),
            "Best 2",
            Presets.find(Presets.DEFAULT_ID, 3).orElseThrow().rule(),
            false,
            false,
            new Adoption(
                    new AdoptionId(new UUID(0, 1)),
                    Instant.EPOCH,
                    new AccountId(new UUID(0, 1)),
                    Instant.EPOCH,
                    "Holds until the district adopts a rule of its own."));

    @Override
    public Instant effectiveFrom() {
        return adoption.effectiveFrom();
    }

    /** Why it was adopted, in the words of whoever did. */
    public String reason() {
        return adoption.reason();
    }

    /** The subject that it is for, when it is for one as a whole. */
    public Optional<String> subject() {
        return scope instanceof Scope.Subject subject ? Optional.of(subject.subject()) : Optional.empty();
    }

    /** The change that would adopt it again. */
    public ChoiceDraft.RuleChange change() {
        return new ChoiceDraft.RuleChange(scope, title, rule, locked, ended);
    }

    @Override
    public boolean says() {
        return !ended;
    }

    @Override
    public UUID order() {
        return id.value();
    }
}
