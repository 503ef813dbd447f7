package org.ownpath.engine.simulate;

/**
 * Skill in a competency grows from 0 to 1 with practice. One opportunity is {@code rate * readiness * 2U} of practice, U
 * being even between 0 and 1. Readiness is {@code floor + (1 - floor) * min(1, s / cut)} with s the skill in the weakest
 * direct prerequisite. A competency is known while its skill is at or above the cut. A check is right with probability
 * {@code guess + (1 - guess - slip) / (1 + exp(-(skill - cut) / 0.05))}.
 *
 * @param pace practice is multiplied with this
 * @param readiness what is needed of prerequisites and of a competency itself
 * @param forget the mean share of each skill that is lost over a summer; it varies evenly from 0 to twice that
 */
public record LearningCurve(Shape shape, double pace, Readiness readiness, Checking checking, double forget)
        implements LearnerModel {

    /** How practice n becomes skill. */
    public enum Shape {
        /**
         * {@code 1 - exp(-n)}. Source: A. Heathcote, S. Brown and D. Mewhort, The power law repealed, Psychonomic
         * Bulletin and Review 7, 2000, for the curves of individuals.
         */
        EXPONENTIAL,
        /**
         * {@code 1 - 1 / (1 + n)}: fast at first, then slower and slower. Source: A. Newell and P. Rosenbloom,
         * Mechanisms of skill acquisition and the law of practice, 1981.
         */
        POWER
    }

    /**
     * What is needed of prerequisites and of a competency itself.
     *
     * @param floor the readiness of somebody who has nothing of a prerequisite, from 0 to 1
     * @param cut the skill from which a competency counts as known
     */
    public record Readiness(double floor, double cut) {
        public Readiness {
            Bounds.SHARE.check("floor of readiness", floor);
            new Bounds(0.01, 0.99).check("cut of the skill", cut);
        }
    }

    public LearningCurve {
        Bounds.POSITIVE.check("pace", pace);
        new Bounds(0, 0.5).check("share of skill lost over a summer", forget);
    }

    /** Cut 0.8, floor 0.3, 1% lost over a summer, and the pace that reaches the cut after four opportunities. */
    public static LearningCurve standard(Shape shape) {
        double pace = shape == Shape.EXPONENTIAL ? 0.4 : 1;
        return new LearningCurve(shape, pace, new Readiness(0.3, 0.8), Checking.standard(), 0.01);
    }

    @Override
    public String name() {
        return shape == Shape.EXPONENTIAL ? "exponential" : "power";
    }

    @Override
    public Mind mind(KnowledgeStructure structure) {
        return new CurvedMind(this, structure);
    }
}
