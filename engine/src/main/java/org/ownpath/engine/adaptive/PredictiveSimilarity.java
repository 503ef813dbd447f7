package org.ownpath.engine.adaptive;

import java.util.Optional;

/**
 * Unlikely to progress: the next answer will most likely leave the probability of mastery as it is, whatever that is. It
 * ends tests of learners who neither pass nor fail clearly. Sources: J. Rollinson and E. Brunskill, From predictive
 * models to instructional policies, Educational Data Mining 2015 (the policy of this name, on the prediction of the next
 * answer); T. Kaeser, S. Klingler and M. Gross, When to stop? Towards universal instructional policies, Learning
 * Analytics and Knowledge 2016. Here the prediction is the probability of mastery, for items differ in difficulty.
 *
 * <p>{@code P(|M' - M| <= change) >= confidence}, where M is the probability of mastery now and M' after the most
 * informative item that is left.
 *
 * @param cut the ability from which a competency counts as mastered
 * @param change the greatest change that does not matter; above 0, below 1
 * @param confidence above 0, at most 1
 */
public record PredictiveSimilarity(double cut, double change, double confidence) implements Stopping {

    /** Refuses what would end every test or none. */
    public PredictiveSimilarity {
        if (!Double.isFinite(cut) || !(change > 0 && change < 1) || !(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A change of " + change + " with confidence " + confidence + " at cut "
                    + cut + " cannot be predicted. Use numbers above 0, such as 0.01 and 0.95.");
        }
    }

    @Override
    public Optional<Step.Stop> check(AdaptiveTest test) {
        Posterior now = test.posterior();
        double mastery = now.atLeast(cut);
        double same = Lookahead.of(test, 1).chance(after -> Math.abs(after.atLeast(cut) - mastery) <= change);
        if (same < confidence) {
            return Optional.empty();
        }
        return Optional.of(new Step.Stop(
                Decision.UNDECIDED,
                "With a chance of " + Wording.probability(same) + " the next answer changes the probability of mastery,"
                        + " which is " + Wording.probability(mastery) + ", by at most " + Wording.probability(change)
                        + "."));
    }
}
