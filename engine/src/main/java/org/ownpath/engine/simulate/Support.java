package org.ownpath.engine.simulate;

/**
 * More opportunities for learners who are behind, at the end of each year, before it is measured. Under batch promotion
 * behind means having failed a unit, and the extra opportunities go to the earliest failed competency first. Upon
 * mastery behind means not through with the level that belongs to one's age, and learners go on where they are.
 *
 * @param extraPerYear how many, from 0 to 1000
 */
public record Support(int extraPerYear, boolean inBatch, boolean uponMastery) {

    public Support {
        Bounds.FROM_ZERO.check("number of extra opportunities a year", extraPerYear);
    }

    public static Support none() {
        return new Support(0, false, false);
    }

    public static Support both(int extraPerYear) {
        return new Support(extraPerYear, true, true);
    }

    int inBatchPerYear() {
        return inBatch ? extraPerYear : 0;
    }

    int uponMasteryPerYear() {
        return uponMastery ? extraPerYear : 0;
    }
}
