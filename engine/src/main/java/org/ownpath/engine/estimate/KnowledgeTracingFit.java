package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ownpath.engine.estimate.AcceleratedEm.Outcome;

/**
 * Knowledge tracing fitted to the sequences of one skill by expectation-maximisation. The likelihood has several summits,
 * so the fit starts from many random places: each start runs a few steps, and the best few run on until they converge.
 * Source of that scheme: Biernacki, Celeux and Govaert, Choosing starting values for the EM algorithm, 2003.
 *
 * @param parameters with the highest likelihood found
 * @param errors their standard errors
 * @param report how the best run went, its short part included; passes of the other starts are not in it
 */
public record KnowledgeTracingFit(KnowledgeTracing parameters, Errors errors, FitReport report) {

    private static final int SHORT_RUN = 8;
    private static final int FINISHERS = 3;

    /**
     * Standard errors from the cross-product of learners' scores. Not a number for a parameter that rests on its bound or
     * that the data do not determine.
     */
    public record Errors(double prior, double learn, double forget, double guess, double slip) {}

    /** Where to start: how many places, and the randomness that picks them. */
    public record Starts(int count, RandomGenerator random) {

        /** Refuses a fit that starts nowhere. */
        public Starts {
            if (count < 1) {
                throw new IllegalArgumentException(count + " starts are too few. Start from 1 or more places.");
            }
        }
    }

    /** Fits with at most 1000 steps a run and tolerance 0.00001. */
    public static KnowledgeTracingFit of(ResponseSequences sequences, TracingBounds bounds, Starts starts) {
        return of(sequences, bounds, starts, FitProgress.NONE);
    }

    /**
     * Fits knowledge tracing.
     *
     * @param progress hears every step of every run, one run after another
     * @throws IllegalArgumentException if there is no response
     */
    public static KnowledgeTracingFit of(
            ResponseSequences sequences, TracingBounds bounds, Starts starts, FitProgress progress) {
        if (sequences.size() == 0) {
            throw new IllegalArgumentException("There is no response to fit. Leave the skill out.");
        }
        PrefixTree tree = new PrefixTree(sequences);
        TracingLikelihood likelihood = new TracingLikelihood(tree, bounds);
        List<Outcome> runs = new ArrayList<>();
        for (int start = 0; start < starts.count(); start++) {
            double[] from = start == 0 ? usual(bounds) : random(bounds, starts.random());
            runs.add(new AcceleratedEm(likelihood, new Stopping(SHORT_RUN, 1e-5), progress).run(from));
        }
        runs.sort(Comparator.comparingDouble(Outcome::objective).reversed());
        AcceleratedEm finish = new AcceleratedEm(likelihood, new Stopping(1000, 1e-5), progress);
        Outcome best = runs.stream()
                .limit(FINISHERS)
                .map(run -> finish.run(run.parameters().copy()).after(run.steps()))
                .max(Comparator.comparingDouble(Outcome::objective))
                .orElseThrow();
        return fit(best, tree, likelihood, bounds);
    }

    private static KnowledgeTracingFit fit(
            Outcome best, PrefixTree tree, TracingLikelihood likelihood, TracingBounds bounds) {
        double[] p = best.parameters().copy();
        likelihood.prepare(p);
        boolean[] free = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            free[i] = p[i] > bounds.least(i) && p[i] < bounds.most(i);
        }
        Covariance covariance =
                new TracingScores(tree, likelihood, p).information().covariance(free);
        Errors errors = new Errors(
                covariance.standardError(0),
                covariance.standardError(1),
                covariance.standardError(2),
                covariance.standardError(3),
                covariance.standardError(4));
        FitReport report = new FitReport(best.objective(), best.steps(), best.converged(), tree.responses());
        return new KnowledgeTracingFit(new KnowledgeTracing(p[0], p[1], p[2], p[3], p[4]), errors, report);
    }

    /** A first start that suits most skills. */
    private static double[] usual(TracingBounds bounds) {
        double forget = bounds.forgetting() ? 0.02 : 0;
        return new double[] {0.4, 0.15, forget, bounds.most(3) * 0.4, bounds.most(4) * 0.3};
    }

    private static double[] random(TracingBounds bounds, RandomGenerator random) {
        return new double[] {
            random.nextDouble(0.05, 0.95),
            random.nextDouble(0.01, 0.6),
            bounds.forgetting() ? random.nextDouble(0.005, 0.3) : 0,
            random.nextDouble(0.05, 0.95) * bounds.most(3),
            random.nextDouble(0.05, 0.95) * bounds.most(4)
        };
    }
}
