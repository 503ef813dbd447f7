package org.ownpath.engine.estimate;

/**
 * When a learner passes on the evidence: mastery is at least {@code Cfp / (Cfp + Cfn)}, which makes the expected cost of a
 * wrong decision least, and the evidence comes from enough independent sources. Source of the threshold: Berger,
 * Statistical decision theory and Bayesian analysis, 1985, section 5.2.
 *
 * @param cut the ability that mastery starts at, in the units of theta
 * @param falsePass Cfp, what it costs to pass a learner who is not there yet; above 0
 * @param falseFail Cfn, what it costs to hold a learner back who is there, in the same unit; above 0
 * @param sources independent sources wanted; 1 or more, by custom 2
 */
public record MasteryPolicy(double cut, double falsePass, double falseFail, int sources) {

    /** Refuses a policy that weighs nothing. */
    public MasteryPolicy {
        if (!(falsePass > 0 && falseFail > 0) || Double.isInfinite(falsePass + falseFail)) {
            throw new IllegalArgumentException("Costs of " + falsePass + " and " + falseFail
                    + " cannot be weighed. Give both above 0, in one unit.");
        }
        if (!Double.isFinite(cut) || sources < 1) {
            throw new IllegalArgumentException("A cut of " + cut + " with " + sources
                    + " sources is no policy. Give a number and at least 1 source.");
        }
    }

    /** With at least two independent sources. */
    public static MasteryPolicy of(double cut, double falsePass, double falseFail) {
        return new MasteryPolicy(cut, falsePass, falseFail, 2);
    }

    /** The mastery wanted: {@code Cfp / (Cfp + Cfn)}. */
    public double threshold() {
        return falsePass / (falsePass + falseFail);
    }

    /** Decides on this evidence. */
    public MasteryDecision decide(AbilityPosterior posterior) {
        double mastery = posterior.mastery(cut);
        if (mastery < threshold()) {
            return new MasteryDecision.NotSureEnough(mastery, threshold());
        }
        if (posterior.sources() < sources) {
            return new MasteryDecision.TooFewSources(mastery, posterior.sources(), sources);
        }
        return new MasteryDecision.Passed(mastery, posterior.sources());
    }
}
