package org.ownpath.engine.simulate;

/**
 * The sums of one block of learners: by approach, tercile, year and column. All are whole numbers, so that no order of
 * adding changes them.
 */
final class Tallies {

    private final int years;
    private final long[] sums;
    private int at;

    Tallies(int years) {
        this.years = years;
        this.sums = new long[2 * Group.TERCILES * years * Measure.COLUMNS];
    }

    /** What is added next belongs here. */
    Tallies at(Approach approach, int tercile, int year) {
        at = offset(approach, tercile, year);
        return this;
    }

    void add(int column, long amount) {
        sums[at + column] += amount;
    }

    void add(Measure measure, boolean holds) {
        sums[at + measure.column()] += holds ? 1 : 0;
    }

    /** The sum over a group of learners. */
    long sum(Finding finding, int column) {
        long sum = 0;
        for (int tercile = finding.group().from(); tercile < finding.group().to(); tercile++) {
            sum += sums[offset(finding.approach(), tercile, finding.year() - 1) + column];
        }
        return sum;
    }

    private int offset(Approach approach, int tercile, int year) {
        return ((approach.index() * Group.TERCILES + tercile) * years + year) * Measure.COLUMNS;
    }
}
