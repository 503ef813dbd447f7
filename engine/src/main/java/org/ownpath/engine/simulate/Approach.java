package org.ownpath.engine.simulate;

/** How learners go through school. */
public enum Approach {
    /** Grouped by age, taught one level a year, promoted whether ready or not. */
    BATCH("batch by age", 0),
    /** Advancement when, and as soon as, a rule of mastery is met. */
    MASTERY("upon mastery", 1);

    private final String words;
    private final int index;

    Approach(String words, int index) {
        this.words = words;
        this.index = index;
    }

    /** Plain words for a table. */
    public String words() {
        return words;
    }

    int index() {
        return index;
    }
}
