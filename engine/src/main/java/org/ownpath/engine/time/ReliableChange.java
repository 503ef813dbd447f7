package org.ownpath.engine.time;

/**
 * Growth between two measurements of one learner, held against what measurement error alone would do. Source: N. S.
 * Jacobson and P. Truax, Clinical significance, Journal of Consulting and Clinical Psychology 59, 1991; with a standard
 * error for each measurement instead of one for both.
 *
 * <p>It says whether the measured value changed, not why. Of 20 learners who did not change at all, one is shown as
 * changed. Estimates that are drawn towards a prior (means of a posterior) understate change.
 *
 * @param before the earlier measurement
 * @param after the later one, on the same scale
 */
public record ReliableChange(Measurement before, Measurement after) {

    /** The two-sided 5% point of the normal distribution. */
    private static final double CRITICAL = 1.959963984540054;

    /**
     * A measured value with its standard error.
     *
     * @param value on any scale, for example ability in logits
     * @param standardError on the same scale; more than 0
     */
    public record Measurement(double value, double standardError) {

        /** Refuses a value without a usable error. */
        public Measurement {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The measured value " + value + " is not a number. Leave it out.");
            }
            if (!(standardError > 0) || !Double.isFinite(standardError)) {
                throw new IllegalArgumentException("The standard error " + standardError
                        + " is not above 0. Without it nobody can say whether a change is reliable.");
            }
        }
    }

    /** What a change amounts to. */
    public enum Direction {
        /** Up by more than measurement error alone does in 95 of 100 cases. */
        IMPROVED,
        /** No more than measurement error may do alone. It does not mean that nothing changed. */
        WITHIN_ERROR,
        /** Down by more than measurement error alone does in 95 of 100 cases. */
        DECLINED
    }

    /** The later value less the earlier. */
    public double change() {
        return after.value() - before.value();
    }

    /** Of the change: {@code sqrt(se1^2 + se2^2)}, for errors that are independent. */
    public double standardError() {
        return Math.hypot(before.standardError(), after.standardError());
    }

    /** The reliable change index: change in units of its standard error. */
    public double index() {
        return change() / standardError();
    }

    /** Whether the change is beyond measurement error: index above 1.96 or below -1.96. */
    public Direction direction() {
        double index = index();
        if (Math.abs(index) <= CRITICAL) {
            return Direction.WITHIN_ERROR;
        }
        return index > 0 ? Direction.IMPROVED : Direction.DECLINED;
    }
}
