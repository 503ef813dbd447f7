package org.ownpath.engine.structure;

/**
 * How likely it is that a learner can start on a competency and does not know it yet. All are probabilities, 0 to 1.
 *
 * @param prerequisites P(all direct prerequisites mastered); 1 where there are none
 * @param mastered M, the probability that it is mastered already
 * @param together P(all direct prerequisites mastered and it is not). Draws give it exactly; where only independent
 *     probabilities are known it is {@link #ready()}
 */
public record Ready<K>(K competency, double prerequisites, double mastered, double together) {

    /** {@code P(all prerequisites mastered) * (1 - M)}. */
    public double ready() {
        return prerequisites * (1 - mastered);
    }
}
