package org.ownpath.policy;

/** When an adaptive test has seen enough. */
public enum TestPrecision {
    QUICK(0.8, 0.6),
    USUAL(0.9, 0.5),
    THOROUGH(0.95, 0.4);

    private final double sure;
    private final double error;

    TestPrecision(double sure, double error) {
        this.sure = sure;
        this.error = error;
    }

    /** The chance of mastery, or of its absence, at which a test on one competency ends. */
    public double sure() {
        return sure;
    }

    /** The standard error of ability at which a test on several competencies ends. */
    public double error() {
        return error;
    }
}
