package org.ownpath.assessment.items;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes evidence of finished tries: one piece for each competency, whose id follows from the try, so that doing it twice
 * records it once.
 */
@Component
class TestEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(TestEvidence.class);

    private final Ledger ledger;
    private final Frameworks frameworks;
    private final AttemptRows attempts;
    private final OfferRows offers;
    private final Sittings sittings;
    private final TestChoices choices;
    private final Clock clock;

    TestEvidence(
            Ledger ledger,
            Frameworks frameworks,
            AttemptRows attempts,
            OfferRows offers,
            Sittings sittings,
            TestChoices choices,
            Clock clock) {
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.attempts = attempts;
        this.offers = offers;
        this.sittings = sittings;
        this.choices = choices;
        this.clock = clock;
    }

    /** Records what an ended try shows, unless a person has still to score some of it. */
    void settle(Attempt attempt) {
        Attempt.End end = attempt.ended().orElseThrow();
        Sitting sitting = sittings.of(attempt);
        if (sitting.responses().stream().anyMatch(response -> response.score().isEmpty())) {
            return;
        }
        Optional<Offer> offer = attempt.test().offer().flatMap(offers::find);
        Curriculum curriculum = frameworks.curriculum();
        for (Finding finding : Finding.of(attempt, sitting)) {
            curriculum
                    .competency(finding.competency())
                    .flatMap(competency ->
                            observation(attempt, end.at(), finding, offer, curriculum.scaleOf(competency)))
                    .ifPresent(this::record);
        }
        attempts.settled(attempt.id(), clock.instant());
    }

    private void record(Observation observation) {
        Outcome outcome = ledger.record(tests(), observation);
        if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("The ledger refuses the result of a test: {}", refused.reasons());
        }
    }

    /** Whoever records has to be somebody; the observer is whom the result comes from. */
    private static Viewer tests() {
        return new Viewer(
                new AccountId(Tests.OBSERVER.value()),
                DistrictScope.require(),
                Tests.OBSERVER,
                "Tests",
                Set.of(Role.ADMINISTRATOR));
    }

    private Optional<Observation> observation(
            Attempt attempt, Instant at, Finding finding, Optional<Offer> offer, Scale scale) {
        return finding.steps()
                .map(steps -> new Observation(
                        new PieceId(TimeOrdered.named(
                                attempt.id().value(), finding.competency().toString())),
                        new Observation.Nature(
                                Form.TEST,
                                finding.depth(),
                                offer.isPresent() ? Context.CLASS : choices.ownContext(finding.competency()),
                                Purpose.SUMMATIVE),
                        offer.map(Offer::by).orElse(Tests.OBSERVER),
                        at,
                        Optional.of(attempt.test().title()),
                        Optional.of(note(attempt, finding)),
                        List.of(),
                        List.of(new Observation.Rating(
                                attempt.student(), finding.competency(), Result.rated(rating(scale, steps))))));
    }

    static String note(Attempt attempt, Finding finding) {
        String chance = finding.chance().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The chance that this is mastery is %.0f%%.",
                        Math.max(1, Math.min(99, 100 * finding.chance().getAsDouble())));
        return (attempt.test().adaptive() ? "Adaptive test: " : "Test: ") + finding.right() + " of " + finding.asked()
                + " questions right." + chance;
    }

    /** The level so many steps from the lowest that counts as mastery. */
    static double rating(Scale scale, int steps) {
        List<Scale.Level> levels = scale.levels();
        int mastery = 0;
        while (mastery < levels.size() - 1 && levels.get(mastery).value() < scale.mastery()) {
            mastery++;
        }
        return levels.get(Math.max(0, Math.min(levels.size() - 1, mastery + steps)))
                .value();
    }
}
