package org.ownpath.engine.adaptive;

import java.util.Optional;

/**
 * Unlikely to progress: the next answers will hardly turn the decision that would be made now. It looks a few answers
 * ahead with the items that say most, each answer weighted by its predicted probability; the idea of
 * {@link PredictiveSimilarity}, on the decision itself.
 *
 * @param cut the ability from which a competency counts as mastered
 * @param masteredAt the decision is mastered when the probability is at or above this; above 0, below 1
 * @param answers how many answers ahead, from 1 to 6
 * @param chance the greatest chance of another decision that does not matter; from 0 to below 1
 */
public record DecisionSettled(double cut, double masteredAt, int answers, double chance) implements Stopping {

    /** Refuses what would end every test or none, and what takes too long to look at. */
    public DecisionSettled {
        if (!Double.isFinite(cut) || !(masteredAt > 0 && masteredAt < 1) || !(chance >= 0 && chance < 1)) {
            throw new IllegalArgumentException("A decision at cut " + cut + ", probability " + masteredAt
                    + " and chance " + chance + " is never settled. Use numbers below 1, such as 0.9 and 0.05.");
        }
        if (answers < 1 || answers > 6) {
            throw new IllegalArgumentException(
                    "Looking " + answers + " answers ahead is not possible. Use a number from 1 to 6.");
        }
    }

    @Override
    public Optional<Step.Stop> check(AdaptiveTest test) {
        boolean mastered = mastered(test.posterior());
        double turn = Lookahead.of(test, answers).chance(after -> mastered(after) != mastered);
        if (turn > chance) {
            return Optional.empty();
        }
        return Optional.of(new Step.Stop(
                mastered ? Decision.MASTERED : Decision.NOT_MASTERED,
                "The chance that " + answers + " more answers turn '" + (mastered ? "mastered" : "not mastered")
                        + "' is " + Wording.probability(turn) + ", at or below " + Wording.probability(chance) + "."));
    }

    private boolean mastered(Posterior posterior) {
        return posterior.atLeast(cut) >= masteredAt;
    }
}
