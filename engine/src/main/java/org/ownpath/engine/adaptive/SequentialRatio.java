package org.ownpath.engine.adaptive;

import java.util.Locale;
import java.util.Optional;
import org.ownpath.engine.estimate.Item;

/**
 * The sequential probability ratio test: the answers are so much likelier at one of two abilities than at the other that
 * the error rates are held. Sources: A. Wald, Sequential Analysis, 1947; M. D. Reckase, A procedure for decision making
 * using tailored testing, in New Horizons in Testing, 1983.
 *
 * <p>Mastered when {@code log(L(theta1) / L(theta0)) >= log((1 - beta) / alpha)}, not mastered when it is at or below
 * {@code log(beta / (1 - alpha))}. Wald's bounds hold whichever items are asked: the rate of wrong masteries is at most
 * alpha / (1 - beta), of wrong failures beta / (1 - alpha). A greatest length ends tests earlier and gives up on them.
 *
 * @param theta0 the highest ability that is clearly not mastery
 * @param theta1 the lowest ability that clearly is; above theta0
 * @param alpha the rate of wrong masteries at theta0; above 0, below 0.5
 * @param beta the rate of wrong failures at theta1; above 0, below 0.5
 */
public record SequentialRatio(double theta0, double theta1, double alpha, double beta) implements Stopping {

    /** Refuses what cannot be told apart. */
    public SequentialRatio {
        if (!(theta0 < theta1) || !Double.isFinite(theta1 - theta0)) {
            throw new IllegalArgumentException("Abilities " + theta0 + " and " + theta1
                    + " cannot be told apart. Give the lower one first, a little below and above the cut.");
        }
        if (!(alpha > 0 && alpha < 0.5 && beta > 0 && beta < 0.5)) {
            throw new IllegalArgumentException(
                    "Error rates " + alpha + " and " + beta + " are not both above 0 and below 0.5.");
        }
    }

    @Override
    public Optional<Step.Stop> check(AdaptiveTest test) {
        double ratio = logRatio(test);
        if (ratio >= Math.log((1 - beta) / alpha)) {
            return Optional.of(stop(Decision.MASTERED, ratio, theta1, theta0));
        }
        return ratio <= Math.log(beta / (1 - alpha))
                ? Optional.of(stop(Decision.NOT_MASTERED, -ratio, theta0, theta1))
                : Optional.empty();
    }

    double logRatio(AdaptiveTest test) {
        double sum = 0;
        for (Response response : test.responses()) {
            Item item = test.bank().item(response.item());
            double low = Posterior.chance(item, theta0);
            double high = Posterior.chance(item, theta1);
            sum += response.right() ? Math.log(high / low) : Math.log((1 - high) / (1 - low));
        }
        return sum;
    }

    private static Step.Stop stop(Decision decision, double logRatio, double likelier, double other) {
        return new Step.Stop(
                decision,
                String.format(
                        Locale.ROOT,
                        "The answers are %.0f times as likely at ability %.2f as at %.2f.",
                        Math.exp(logRatio),
                        likelier,
                        other));
    }
}
