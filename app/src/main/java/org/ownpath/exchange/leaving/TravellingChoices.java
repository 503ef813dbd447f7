package org.ownpath.exchange.leaving;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.shared.CompetencyId;
import org.springframework.stereotype.Component;

/**
 * The front door to design choices that go from one district to another: what is for one competency names it by the identifier
 * by which the world knows it.
 */
@Component
public class TravellingChoices {

    private final DesignChoices choices;
    private final OpenFrameworks frameworks;
    private final Clock clock;

    TravellingChoices(DesignChoices choices, OpenFrameworks frameworks, Clock clock) {
        this.choices = choices;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** Everything in force but what is for single students, who are nobody else's business. */
    public ChoiceDraft going() {
        Map<CompetencyId, CompetencyId> known = new HashMap<>();
        frameworks.identifiers().forEach((id, identifier) -> known.put(id, named(identifier)));
        return choices.stated(clock.instant())
                .only(scope -> scope.kind() != Scope.Kind.STUDENT)
                .of(renamed(known));
    }

    /** What was brought, for the competencies that are here under those identifiers. */
    public ChoiceDraft arriving(ChoiceDraft brought) {
        Map<CompetencyId, CompetencyId> known = new HashMap<>();
        frameworks.identifiers().forEach((id, identifier) -> known.put(named(identifier), id));
        return brought.of(renamed(known));
    }

    private static UnaryOperator<Scope> renamed(Map<CompetencyId, CompetencyId> known) {
        return scope -> scope instanceof Scope.OneCompetency one
                ? Optional.ofNullable(known.get(one.competency()))
                        .<Scope>map(Scope.OneCompetency::new)
                        .orElse(scope)
                : scope;
    }

    private static CompetencyId named(String identifier) {
        return new CompetencyId(UUID.fromString(identifier));
    }
}
