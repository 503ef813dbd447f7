package org.ownpath.engine.simulate;

import org.ownpath.engine.estimate.Logistic;

/**
 * Who leaves at the end of a year, from a certain year on. The probability is {@code 1 / (1 + exp(-(base + unready * u +
 * behind * b)))} under both approaches alike, with u the accumulated unreadiness and b the years behind. Unreadiness
 * comes from the share of opportunities at which a direct prerequisite was not known: {@code u <- (u + share of this
 * year) / 2}. Years behind is how many levels fewer than
 * school years a learner is through with; under batch promotion it is always 0.
 *
 * <p>Sources of the signs, not of the numbers: R. Balfanz, L. Herzog and D. Mac Iver, Preventing student disengagement,
 * Educational Psychologist 42, 2007 (course failure in the middle grades precedes leaving); S. Jimerson, G. Anderson and
 * A. Whipple, Winning the battle and losing the war, Psychology in the Schools 39, 2002 (so does being held back). The
 * second works against advancement upon mastery.
 *
 * @param base the log odds of leaving of somebody who is always ready
 * @param unready what full unreadiness adds to the log odds
 * @param behind what each year behind adds
 * @param fromYear the first school year, from 1, at whose end somebody may leave
 */
public record Attrition(double base, double unready, double behind, int fromYear) {

    public Attrition {
        Bounds.SLOPE.check("log odds of leaving", base);
        Bounds.SLOPE.check("weight of unreadiness", unready);
        Bounds.SLOPE.check("weight of being behind", behind);
        new Bounds(1, 100).check("first year of leaving", fromYear);
    }

    /** From grade 6 on: 0.4% a year when always ready, 13% when unready nine times in ten; a year behind adds a third. */
    public static Attrition standard() {
        return new Attrition(-5.5, 4, 0.3, 7);
    }

    /** Practically nobody leaves: 4e-44. */
    public static Attrition none() {
        return new Attrition(-100, 0, 0, 1);
    }

    double probability(double unreadiness, double yearsBehind) {
        return Logistic.of(base + unready * unreadiness + behind * yearsBehind);
    }
}
