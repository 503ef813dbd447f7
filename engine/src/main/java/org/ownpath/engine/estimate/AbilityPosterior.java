package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * What the evidence says of one learner's ability in one competency: a distribution over 61 abilities from -6 to 6, from a
 * standard normal prior, each the middle of a cell in which ability is spread evenly. Immutable. Pieces are independent
 * given ability, so their order does not matter.
 */
public final class AbilityPosterior {

    private static final int Q = AbilityGrid.SIZE;

    private final List<Observation> pieces;
    private final Vector weights;

    private AbilityPosterior(List<Observation> pieces, Vector weights) {
        this.pieces = List.copyOf(pieces);
        this.weights = weights;
    }

    /** What is known of a learner without evidence: the population. */
    public static AbilityPosterior prior() {
        return new AbilityPosterior(List.of(), new Vector(AbilityGrid.normalWeights()));
    }

    /** What these pieces say together. */
    public static AbilityPosterior of(List<? extends Observation> pieces) {
        AbilityPosterior posterior = prior();
        for (Observation piece : pieces) {
            posterior = posterior.with(piece);
        }
        return posterior;
    }

    /**
     * Updated by one more piece.
     *
     * @throws IllegalArgumentException if the piece cannot happen together with those before it at any ability
     */
    public AbilityPosterior with(Observation piece) {
        double[] next = new double[Q];
        double sum = 0;
        for (int q = 0; q < Q; q++) {
            next[q] = weights.at(q) * piece.likelihood(AbilityGrid.theta(q));
            sum += next[q];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    piece + " is impossible beside the pieces before it. Check the parameters it was given.");
        }
        for (int q = 0; q < Q; q++) {
            next[q] /= sum;
        }
        List<Observation> more = new ArrayList<>(pieces);
        more.add(piece);
        return new AbilityPosterior(more, new Vector(next));
    }

    /** The pieces in the order they were given. */
    public List<Observation> pieces() {
        return pieces;
    }

    /** How many independent sources the pieces come from. */
    public int sources() {
        return (int) pieces.stream().map(Observation::source).distinct().count();
    }

    /** The probability of each of the 61 abilities, lowest first; sums to 1. */
    public double[] probabilities() {
        return weights.copy();
    }

    /** The expected ability. */
    public double mean() {
        double mean = 0;
        for (int q = 0; q < Q; q++) {
            mean += weights.at(q) * AbilityGrid.theta(q);
        }
        return mean;
    }

    /** The standard deviation of ability. */
    public double standardDeviation() {
        double mean = mean();
        double variance = 0;
        for (int q = 0; q < Q; q++) {
            double from = AbilityGrid.theta(q) - mean;
            variance += weights.at(q) * from * from;
        }
        return Math.sqrt(variance);
    }

    /** The probability that this learner answers this item right. */
    public double predict(Item item) {
        double right = 0;
        for (int q = 0; q < Q; q++) {
            right += weights.at(q) * item.probability(AbilityGrid.theta(q));
        }
        return right;
    }

    /** The probability that this learner is rated at this level or a higher one, by a rater of average severity. */
    public double predict(GradedItem task, int level) {
        double reached = 0;
        for (int m = level; m < task.levels(); m++) {
            for (int q = 0; q < Q; q++) {
                reached += weights.at(q) * task.probability(m, AbilityGrid.theta(q));
            }
        }
        return Math.min(1, reached);
    }

    /** Mastery: the probability that ability is at this cut or above it. */
    public double mastery(double cut) {
        double mastery = 0;
        for (int q = 0; q < Q; q++) {
            mastery += weights.at(q) * AbilityGrid.shareAbove(cut, q);
        }
        return mastery;
    }

    /** The ability that a share of the probability lies below; the share from 0 to 1. */
    public double quantile(double share) {
        double below = 0;
        for (int q = 0; q < Q; q++) {
            double here = weights.at(q);
            if (here > 0 && below + here >= share) {
                return AbilityGrid.theta(q) + AbilityGrid.STEP * ((share - below) / here - 0.5);
            }
            below += here;
        }
        return AbilityGrid.theta(Q - 1) + AbilityGrid.STEP / 2;
    }

    /** The middle 80% of ability. */
    public Interval interval() {
        return new Interval(quantile(0.1), quantile(0.9));
    }

    /** A range of ability. */
    public record Interval(double low, double high) {}

    /** What each piece did to mastery at this cut, in the order they were given. */
    public List<Contribution> contributions(double cut) {
        List<Contribution> contributions = new ArrayList<>();
        AbilityPosterior so = prior();
        for (int i = 0; i < pieces.size(); i++) {
            AbilityPosterior next = so.with(pieces.get(i));
            List<Observation> others = new ArrayList<>(pieces);
            others.remove(i);
            contributions.add(new Contribution(
                    pieces.get(i),
                    next.logitMastery(cut) - so.logitMastery(cut),
                    logitMastery(cut) - of(others).logitMastery(cut)));
            so = next;
        }
        return contributions;
    }

    private double logitMastery(double cut) {
        return Logistic.logit(mastery(cut));
    }

    /**
     * What a piece did.
     *
     * @param change logit M after the piece minus logit M before it, in the order given; all changes together are logit M
     *     now minus logit M of the prior
     * @param unique logit M now minus logit M without the piece; does not depend on the order
     */
    public record Contribution(Observation piece, double change, double unique) {}
}
