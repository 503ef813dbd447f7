package org.ownpath.engine.estimate;

/**
 * How fast Elo ratings move: after n answers the step is {@code alpha / (1 + beta n)}. Source: Pelanek, Applications of
 * the Elo rating system in adaptive educational systems, 2016.
 *
 * @param learnerAlpha the first step of a learner; above 0
 * @param learnerBeta how fast a learner's step shrinks; 0 or more
 * @param itemAlpha the first step of an item; above 0
 * @param itemBeta how fast an item's step shrinks; 0 or more
 */
public record EloSettings(double learnerAlpha, double learnerBeta, double itemAlpha, double itemBeta) {

    /** Refuses steps that go nowhere or backwards. */
    public EloSettings {
        if (!(learnerAlpha > 0 && itemAlpha > 0 && learnerBeta >= 0 && itemBeta >= 0)) {
            throw new IllegalArgumentException("Elo steps of " + learnerAlpha + " and " + itemAlpha + " shrinking by "
                    + learnerBeta + " and " + itemBeta + " do not learn. Use steps above 0, shrinking by 0 or more.");
        }
    }

    /** Learners 1.0 and 0.05, whose ability goes on moving; items 1.0 and 0.1, which settle. */
    public static EloSettings standard() {
        return new EloSettings(1.0, 0.05, 1.0, 0.1);
    }

    /** How far a learner's rating moves per unit of surprise, after so many answers. */
    public double learnerStep(int answers) {
        return learnerAlpha / (1 + learnerBeta * answers);
    }

    double itemStep(int answers) {
        return itemAlpha / (1 + itemBeta * answers);
    }
}
