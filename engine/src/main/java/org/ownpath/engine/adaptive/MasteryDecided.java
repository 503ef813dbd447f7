package org.ownpath.engine.adaptive;

import java.util.Optional;

/**
 * The probability that ability is at or above the cut is high enough, or low enough, to decide. Source: C. Lewis and K.
 * Sheehan, Using Bayesian decision theory to design a computerized mastery test, Applied Psychological Measurement 14,
 * 1990.
 *
 * @param cut the ability from which a competency counts as mastered
 * @param masteredAt mastered when the probability is at or above this; above notMasteredAt, below 1
 * @param notMasteredAt not mastered when it is at or below this; above 0
 */
public record MasteryDecided(double cut, double masteredAt, double notMasteredAt) implements Stopping {

    /** Refuses bounds between which nothing is open. */
    public MasteryDecided {
        if (!Double.isFinite(cut) || !(0 < notMasteredAt && notMasteredAt < masteredAt && masteredAt < 1)) {
            throw new IllegalArgumentException("Mastery at " + cut + " cannot be decided at " + masteredAt + " and "
                    + notMasteredAt + ". Use two probabilities between 0 and 1, such as 0.95 and 0.05.");
        }
    }

    @Override
    public Optional<Step.Stop> check(AdaptiveTest test) {
        double mastery = test.posterior().atLeast(cut);
        if (mastery >= masteredAt) {
            return Optional.of(stop(Decision.MASTERED, mastery, "at or above", masteredAt));
        }
        return mastery <= notMasteredAt
                ? Optional.of(stop(Decision.NOT_MASTERED, mastery, "at or below", notMasteredAt))
                : Optional.empty();
    }

    private static Step.Stop stop(Decision decision, double mastery, String side, double bound) {
        return new Step.Stop(
                decision,
                "The probability of mastery is " + Wording.probability(mastery) + ", " + side + " "
                        + Wording.probability(bound) + ".");
    }
}
