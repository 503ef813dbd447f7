package org.ownpath.engine.structure;

/**
 * When a prerequisite is suggested.
 *
 * @param noise how the records err
 * @param exceptions a is no prerequisite of b if learners without a have b this many times as often as learners with a,
 *     or more often; above 0, below 1
 * @param support the least number of learners recorded without a
 * @param falseRate the expected share of false ones among the suggested pairs, above 0, below 1
 */
public record Criteria(Noise noise, double exceptions, int support, double falseRate) {

    public Criteria {
        if (!(exceptions > 0 && exceptions < 1 && falseRate > 0 && falseRate < 1) || support < 1) {
            throw new IllegalArgumentException("Exceptions " + exceptions + ", support " + support
                    + " and false rate " + falseRate
                    + " are out of range. Use shares between 0 and 1, and a support of at least 1.");
        }
    }

    /** A tenth as often, 50 learners, and one in twenty false. */
    public static Criteria standard(Noise noise) {
        return new Criteria(noise, 0.1, 50, 0.05);
    }
}
