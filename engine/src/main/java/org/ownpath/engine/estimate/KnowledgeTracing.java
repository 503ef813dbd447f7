package org.ownpath.engine.estimate;

/**
 * Bayesian knowledge tracing of one skill that a learner knows or does not know. After each answer the probability of
 * knowing is updated by Bayes' rule, then by learning and forgetting. Source: Corbett and Anderson, Knowledge tracing:
 * modeling the acquisition of procedural knowledge, 1995, with forgetting.
 *
 * @param prior the probability of knowing the skill before the first answer
 * @param learn the probability of coming to know it between two answers
 * @param forget the probability of ceasing to know it between two answers; 0 in the standard model
 * @param guess the probability of a right answer without knowing
 * @param slip the probability of a wrong answer in spite of knowing; guess + slip below 1, so that a right answer speaks
 *     for knowing
 */
public record KnowledgeTracing(double prior, double learn, double forget, double guess, double slip) {

    /** The mastery at which practice ends by custom. */
    public static final double MASTERED = 0.95;

    /** Refuses what is no probability. */
    public KnowledgeTracing {
        check("prior", prior);
        check("learn", learn);
        check("forget", forget);
        check("guess", guess);
        check("slip", slip);
        if (guess + slip >= 1) {
            throw new IllegalArgumentException("With guess " + guess + " and slip " + slip
                    + " a right answer would not speak for knowing. Their sum has to be below 1.");
        }
    }

    private static void check(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The " + name + " " + probability + " is no probability. Use a number from 0 to 1.");
        }
    }

    /** Mastery before the next answer, from mastery before this one. */
    public double update(double mastery, boolean right) {
        double known = posterior(mastery, right);
        return known * (1 - forget) + (1 - known) * learn;
    }

    /** Mastery given an answer, before learning: right {@code m (1 - s) / P}, wrong {@code m s / (1 - P)}. */
    public double posterior(double mastery, boolean right) {
        double known = mastery * (right ? 1 - slip : slip);
        double unknown = (1 - mastery) * (right ? guess : 1 - guess);
        double both = known + unknown;
        return both > 0 ? known / both : mastery; // an answer that cannot happen teaches nothing
    }

    /** The probability that the next answer is right: {@code m (1 - s) + (1 - m) g}. */
    public double predict(double mastery) {
        return mastery * (1 - slip) + (1 - mastery) * guess;
    }

    /** Mastery before the next answer, after these answers in order; above 0 is right. */
    public double after(byte[] answers) {
        double mastery = prior;
        for (byte answer : answers) {
            mastery = update(mastery, answer > 0);
        }
        return mastery;
    }
}
