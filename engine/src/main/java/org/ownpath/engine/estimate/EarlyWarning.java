package org.ownpath.engine.estimate;

import java.util.List;

/**
 * The probability, after two tries, that a learner will not master a competency within a given number of tries: a logistic
 * regression over what every school knows by then. Such fruitless trying is the wheel-spinning of J. Beck and Y. Gong,
 * Wheel-spinning: students who fail to master a skill, 2013; that it can be told after few tries, Y. Gong and J. Beck,
 * Towards detecting wheel-spinning: future failure in mastery learning, 2015. It is a forecast about a beginning and says nothing about a person.
 */
public final class EarlyWarning {

    private final LogisticRegression regression;

    private EarlyWarning(LogisticRegression regression) {
        this.regression = regression;
    }

    /** A beginning, and whether the competency was missed in the end. */
    public record Case(Beginning beginning, boolean missed) {}

    /**
     * Learns from beginnings whose end is known. What is counted over other learners ({@link MissRates}) must come from
     * others than the cases, or it knows too much.
     */
    public static EarlyWarning fit(List<Case> cases) {
        return new EarlyWarning(LogisticRegression.fit(
                cases.stream().map(each -> each.beginning().numbers()).toArray(double[][]::new), missed(cases)));
    }

    /** The probability that it is missed. */
    public double probability(Beginning beginning) {
        return regression.probability(beginning.numbers());
    }

    /** How well it holds for other cases than it has learned from. */
    public Calibration calibration(List<Case> others) {
        return Calibration.of(
                others.stream()
                        .mapToDouble(each -> probability(each.beginning()))
                        .toArray(),
                missed(others));
    }

    private static byte[] missed(List<Case> cases) {
        byte[] missed = new byte[cases.size()];
        for (int i = 0; i < missed.length; i++) {
            missed[i] = (byte) (cases.get(i).missed() ? 1 : 0);
        }
        return missed;
    }
}
