package org.ownpath.engine.estimate;

/**
 * A question that is answered right or wrong, in the three-parameter logistic model: {@code P(right | theta) = c + (1 -
 * c) / (1 + exp(-a (theta - b)))}. With c = 0 it is the two-parameter model, with a = 1 as well the one-parameter model.
 * Source: Birnbaum, in Lord and Novick, Statistical Theories of Mental Test Scores, 1968.
 *
 * @param discrimination a, how steeply the probability rises at the difficulty; more than 0
 * @param difficulty b, in the units of theta
 * @param guessing c, the probability of a right answer at the lowest ability; from 0 to below 1
 */
public record Item(double discrimination, double difficulty, double guessing) {

    /** Refuses parameters that no item can have. */
    public Item {
        if (!(discrimination > 0) || !Double.isFinite(discrimination)) {
            throw new IllegalArgumentException(
                    "Discrimination " + discrimination + " is not above 0. Leave the item out or fit it again.");
        }
        if (!Double.isFinite(difficulty)) {
            throw new IllegalArgumentException("Difficulty " + difficulty + " is not a number. Fit the item again.");
        }
        if (!(guessing >= 0 && guessing < 1)) {
            throw new IllegalArgumentException("Guessing " + guessing + " is not from 0 to below 1.");
        }
    }

    /** An item that cannot be guessed. */
    public static Item of(double discrimination, double difficulty) {
        return new Item(discrimination, difficulty, 0);
    }

    /** The probability of a right answer at this ability. */
    public double probability(double theta) {
        return guessing + (1 - guessing) / (1 + Math.exp(-discrimination * (theta - difficulty)));
    }

    /**
     * Fisher information at this ability: {@code a^2 (q / p) ((p - c) / (1 - c))^2}. Source: Lord, Applications of Item
     * Response Theory, 1980, equation 4-43.
     */
    public double information(double theta) {
        double right = probability(theta);
        double above = (right - guessing) / (1 - guessing);
        return discrimination * discrimination * (1 - right) / right * above * above;
    }
}
