package org.ownpath.engine;

import org.ownpath.engine.estimate.AbilityGrid;
import org.ownpath.engine.estimate.GradedItem;

/** The running form of {@link Estimate.GradedResponse}: log posterior on a grid, up to a constant. */
final class GradedAbility extends Cumulative {

    private static final int NODES = AbilityGrid.SIZE;

    private final Estimate.GradedResponse model;
    private final double[][] logLikelihood;
    private final double[] logPosterior = new double[NODES];

    GradedAbility(Estimate.GradedResponse model) {
        this.model = model;
        GradedItem task = model.task();
        this.logLikelihood = new double[task.levels()][NODES];
        for (int level = 0; level < task.levels(); level++) {
            for (int node = 0; node < NODES; node++) {
                logLikelihood[level][node] = Math.log(task.probability(level, AbilityGrid.theta(node)));
            }
        }
        restart();
    }

    @Override
    void take(double rating) {
        double[] added = logLikelihood[level(rating)];
        for (int node = 0; node < NODES; node++) {
            logPosterior[node] += added[node];
        }
    }

    private int level(double rating) {
        int level = 0;
        while (level < model.levels().size()
                && Requirements.atLeast(rating, model.levels().get(level))) {
            level++;
        }
        return level;
    }

    @Override
    double current() {
        double highest = logPosterior[0];
        for (double log : logPosterior) {
            highest = Math.max(highest, log);
        }
        double all = 0;
        double counted = 0;
        for (int node = 0; node < NODES; node++) {
            double weight = Math.exp(logPosterior[node] - highest);
            all += weight;
            counted += weight * share(node);
        }
        return counted / all;
    }

    /** What a node adds: theta for the mean, or the part of the node's cell that lies above the cut. */
    private double share(int node) {
        return model.cut().map(cut -> AbilityGrid.shareAbove(cut, node)).orElseGet(() -> AbilityGrid.theta(node));
    }

    @Override
    void restart() {
        for (int node = 0; node < NODES; node++) {
            logPosterior[node] = AbilityGrid.logNormal(node);
        }
    }
}
