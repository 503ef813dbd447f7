package org.ownpath.engine.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Elo ratings of learners and items on the logistic scale, updated answer by answer: {@code P(right) = 1 / (1 + exp(b -
 * theta))}, then theta moves by its step times (answer - P) and b by its step the other way. Learners and items start at
 * 0. Not safe for several threads at once. Source: Pelanek, 2016.
 */
public final class EloRatings {

    private final EloSettings settings;
    private final Map<String, Rating> learners = new HashMap<>();
    private final Map<String, Rating> items = new HashMap<>();
    private boolean itemsFixed;

    /** Nobody rated yet. */
    public EloRatings(EloSettings settings) {
        this.settings = settings;
    }

    /**
     * A rating.
     *
     * @param value ability or difficulty, in the units of theta
     * @param answers how many answers it rests on
     * @param information the sum of P (1 - P) over them
     */
    public record Rating(double value, int answers, double information) {

        private static final Rating START = new Rating(0, 0, 0);

        /**
         * An approximate standard error, {@code 1 / sqrt(information)}: that of the estimate from the same answers if
         * the other side were known. Elo itself has none.
         */
        public double standardError() {
            return 1 / Math.sqrt(information);
        }

        private Rating moved(double by, double probability) {
            return new Rating(value + by, answers + 1, information + probability * (1 - probability));
        }
    }

    /** The probability that this learner answers this item right; 0.5 where neither is known. */
    public double predict(String learner, String item) {
        return Logistic.of(
                rating(learners, learner).value() - rating(items, item).value());
    }

    /** Updates both by an answer and returns the probability that was predicted before it. */
    public double update(String learner, String item, boolean right) {
        Rating ability = rating(learners, learner);
        Rating difficulty = rating(items, item);
        double probability = Logistic.of(ability.value() - difficulty.value());
        double surprise = (right ? 1 : 0) - probability;
        learners.put(learner, ability.moved(settings.learnerStep(ability.answers()) * surprise, probability));
        if (!itemsFixed) {
            items.put(item, difficulty.moved(-settings.itemStep(difficulty.answers()) * surprise, probability));
        }
        return probability;
    }

    /** From now on only learners move, for example to predict learners who were held out. */
    public void fixItems() {
        itemsFixed = true;
    }

    /** A learner's ability, if any answer was seen. */
    public Optional<Rating> learner(String learner) {
        return Optional.ofNullable(learners.get(learner));
    }

    /** An item's difficulty, if any answer was seen. */
    public Optional<Rating> item(String item) {
        return Optional.ofNullable(items.get(item));
    }

    private static Rating rating(Map<String, Rating> ratings, String name) {
        return ratings.getOrDefault(name, Rating.START);
    }
}
