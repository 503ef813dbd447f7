package org.ownpath.engine;

/** What an aggregation's value is a measure of, and so what a rule's threshold is a number of. */
public enum Measure implements Coded {
    /** In the units of the competency's scale. */
    RATING("a rating on the scale"),
    /** A number of attempts. */
    COUNT("a number of attempts"),
    /** From 0 to 1. */
    PROBABILITY("a probability"),
    /** On the logistic scale, with mean 0 and standard deviation 1 in the population. */
    ABILITY("an ability"),
    /** From 0 to the points that can be earned. */
    POINTS("points"),
    /** From 0 to 100. */
    PERCENT("a percentage");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
