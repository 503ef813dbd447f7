package org.ownpath.engine.simulate;

/**
 * What is measured at the end of each school year, before the summer. Those who left stay in the count with what they
 * know. 'Known' is what the model says a learner knows, not what was shown: one yardstick for both approaches.
 */
public enum Measure {
    /** Share of learners who know the required share of the level that belongs to their age. */
    PROFICIENT("proficient at the level of their age", 0, false),
    /** Mean number of competencies known. */
    KNOWN("competencies known", 1, false),
    /** Mean number of competencies that a learner was moved past, by promotion or by a rule, and does not know. */
    GAPS("gaps carried", 2, false),
    /** Share of the opportunities so far that were spent on what the learner knew already, demonstrations among them. */
    WAITING("opportunities spent on what is known", 3, true),
    /**
     * Share of learners who are through school: under batch promotion those who stayed until the last level was taught,
     * upon mastery those who met the rule for every competency.
     */
    GRADUATED("through all levels", 4, false),
    /** Share of learners who know the required share of all competencies of all levels. */
    COMPLETE("know the required share of all levels", 5, false),
    /** Share of learners who left before they were through. */
    LEFT("left", 6, false);

    /** The column of opportunities so far, which {@link #WAITING} is a share of. */
    static final int SPENT = 7;

    /** The column that counts learners. */
    static final int LEARNERS = 8;

    static final int COLUMNS = 9;

    private final String words;
    private final int column;
    private final boolean perOpportunity;

    Measure(String words, int column, boolean perOpportunity) {
        this.words = words;
        this.column = column;
        this.perOpportunity = perOpportunity;
    }

    /** Plain words for a table. */
    public String words() {
        return words;
    }

    int column() {
        return column;
    }

    int denominator() {
        return perOpportunity ? SPENT : LEARNERS;
    }
}
