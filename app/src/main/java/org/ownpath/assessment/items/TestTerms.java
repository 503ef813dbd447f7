package org.ownpath.assessment.items;

import org.ownpath.policy.TestPrecision;

/**
 * The terms of every test: how it asks and how it ends. What a school chooses is in {@link TestChoices}.
 *
 * @param fewest questions of a competency that a bank must have in tests before students may start one
 * @param shortest questions of a competency that an adaptive test asks at least
 * @param longest questions of a competency that it asks at most
 * @param cut the ability from which a competency counts as mastered, on the scale of difficulties
 * @param sure a test on one competency ends when the chance of mastery is at or above this, or at or below what is left to 1
 * @param precise a test on several competencies ends when ability is known to this standard error
 * @param best the next question is one of so many that say most, so that none is asked too often
 * @param band how many units of ability lie between one level of the rating scale and the next
 */
record TestTerms(
        int fewest, int shortest, int longest, double cut, double sure, double precise, int best, double band) {

    /** Those of all tests. */
    static final TestTerms USUAL = new TestTerms(6, 5, 12, 0.5, 0.9, 0.5, 3, 1.0);

    /** The same, as long and as sure as a school has chosen. */
    TestTerms chosen(int longestChosen, TestPrecision precision) {
        return new TestTerms(fewest, shortest, longestChosen, cut, precision.sure(), precision.error(), best, band);
    }

    /** How far a share of points lies from mastery, in levels of the rating scale: for fixed tests. */
    int steps(double share) {
        if (share >= 0.9) {
            return 1;
        }
        if (share >= 0.7) {
            return 0;
        }
        return share >= 0.4 ? -1 : -2;
    }

    /** How far an ability lies from mastery, in levels of the rating scale: for adaptive tests. */
    int steps(org.ownpath.engine.adaptive.Posterior ability) {
        return (int) Math.max(-2, Math.min(1, Math.floor((ability.mean() - cut) / band)));
    }
}
