package org.ownpath.engine.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What came of one population under one learner model, in memory that does not grow with the number of learners.
 *
 * <p>A value is a ratio of two sums, {@code r = sum a / sum b}. Its standard error comes from blocks of learners of
 * nearly equal size: {@code sqrt(B / (B - 1) * sum (a_i - r b_i)^2) / sum b}. Source: W. Cochran, Sampling Techniques,
 * 1977, chapter 6. Each learner goes through both approaches, so a difference is that of pairs.
 */
public final class Results {

    private final LearnerModel model;
    private final Scenario scenario;
    private final long learners;
    private final List<Tallies> blocks;

    Results(LearnerModel model, Scenario scenario, long learners, List<Tallies> blocks) {
        this.model = model;
        this.scenario = scenario;
        this.learners = learners;
        this.blocks = List.copyOf(blocks);
    }

    public LearnerModel model() {
        return model;
    }

    public Scenario scenario() {
        return scenario;
    }

    public long learners() {
        return learners;
    }

    /** @throws IllegalArgumentException if the year was not simulated */
    public Estimate estimate(Finding finding) {
        requireYear(finding.year());
        return new Estimate(value(finding), error(residuals(finding)));
    }

    /** Mastery less batch, of the same learners; the finding's own approach does not matter. */
    public Estimate difference(Finding finding) {
        requireYear(finding.year());
        Finding mastery = finding.under(Approach.MASTERY);
        Finding batch = finding.under(Approach.BATCH);
        double[] residuals = residuals(mastery);
        double[] ofBatch = residuals(batch);
        for (int block = 0; block < residuals.length; block++) {
            residuals[block] -= ofBatch[block];
        }
        return new Estimate(value(mastery) - value(batch), error(residuals));
    }

    /**
     * After how many years at least this share of all who entered is through with all levels; empty if that is not
     * within the years simulated.
     *
     * @param share from 0 to 1
     */
    public OptionalInt yearsUntilThrough(Approach approach, Group group, double share) {
        Bounds.SHARE.check("share of learners", share);
        for (int year = 1; year <= scenario.school().years(); year++) {
            if (value(new Finding(Measure.GRADUATED, approach, group, year)) >= share) {
                return OptionalInt.of(year);
            }
        }
        return OptionalInt.empty();
    }

    private double value(Finding finding) {
        return (double) sum(finding, finding.measure().column())
                / sum(finding, finding.measure().denominator());
    }

    private long sum(Finding finding, int column) {
        return blocks.stream().mapToLong(block -> block.sum(finding, column)).sum();
    }

    /** What each block adds to the error of the value: (a_i - r b_i) / sum b. */
    private double[] residuals(Finding finding) {
        int column = finding.measure().column();
        int denominator = finding.measure().denominator();
        double value = value(finding);
        double total = sum(finding, denominator);
        return blocks.stream()
                .mapToDouble(block -> (block.sum(finding, column) - value * block.sum(finding, denominator)) / total)
                .toArray();
    }

    private static double error(double[] residuals) {
        double count = residuals.length;
        double squares = Arrays.stream(residuals).map(each -> each * each).sum();
        return count < 2 ? Double.NaN : Math.sqrt(squares * count / (count - 1));
    }

    private void requireYear(int year) {
        if (year < 1 || year > scenario.school().years()) {
            throw new IllegalArgumentException("Year " + year + " was not simulated. Ask for one from 1 to "
                    + scenario.school().years() + ", or simulate more years.");
        }
    }
}
