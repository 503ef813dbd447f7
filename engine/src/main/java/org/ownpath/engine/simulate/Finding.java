package org.ownpath.engine.simulate;

/**
 * What is asked of a simulation.
 *
 * @param year the school year at whose end it is measured, from 1
 */
public record Finding(Measure measure, Approach approach, Group group, int year) {

    /** The age of learners at the end of that year. */
    public int age() {
        return School.ENTRY_AGE + year;
    }

    public Finding under(Approach other) {
        return new Finding(measure, other, group, year);
    }

    public Finding of(Group other) {
        return new Finding(measure, approach, other, year);
    }
}
