package org.ownpath.engine.simulate;

/**
 * What a school gives, under both approaches alike.
 *
 * @param years how many school years are simulated, from 1 to 13; the first is at age 5
 * @param opportunitiesPerYear to learn and be checked, for the one subject
 * @param requiredShare the share of competencies that makes proficient, from 0 to 1
 */
public record School(int years, int opportunitiesPerYear, double requiredShare) {

    /** The longest that can be simulated. */
    public static final int MOST_YEARS = 13;

    /** The age of learners when the first year begins. */
    public static final int ENTRY_AGE = 5;

    public School {
        new Bounds(1, MOST_YEARS).check("number of school years", years);
        new Bounds(1, 10_000).check("number of opportunities a year", opportunitiesPerYear);
        Bounds.SHARE.check("required share", requiredShare);
    }

    /** Thirteen years, two opportunities in each of 36 weeks, and 80% required. */
    public static School standard() {
        return new School(MOST_YEARS, 72, 0.8);
    }

    public School withYears(int other) {
        return new School(other, opportunitiesPerYear, requiredShare);
    }
}
