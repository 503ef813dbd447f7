package org.ownpath.engine.estimate;

/** Whether a learner passes, and if not, what is missing. */
public sealed interface MasteryDecision {

    /** The probability of mastery that the decision rests on. */
    double mastery();

    /** Mastery is probable enough, from enough sources. */
    record Passed(double mastery, int sources) implements MasteryDecision {}

    /** Mastery is below the threshold. */
    record NotSureEnough(double mastery, double threshold) implements MasteryDecision {}

    /** Mastery is probable enough, but too few independent sources say so. */
    record TooFewSources(double mastery, int sources, int wanted) implements MasteryDecision {}
}
