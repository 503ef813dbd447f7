package org.ownpath.engine.estimate;

/**
 * Expectation-maximisation, accelerated by squared extrapolation and never downhill: an extrapolated point is taken only
 * where its objective is at least that of the plain step before it. Source: Varadhan and Roland, Simple and globally
 * convergent methods for accelerating the convergence of any EM algorithm, 2008, scheme S3.
 */
final class AcceleratedEm {

    /** Where a run ended: parameters, their objective, passes used, and whether the tolerance was reached. */
    record Outcome(Vector parameters, double objective, int steps, boolean converged) {

        /** The same outcome, with the passes of an earlier run that it went on from. */
        Outcome after(int earlier) {
            return new Outcome(parameters, objective, earlier + steps, converged);
        }
    }

    private final EmStep em;
    private final Stopping stopping;
    private final FitProgress progress;
    private int steps;

    AcceleratedEm(EmStep em, Stopping stopping, FitProgress progress) {
        this.em = em;
        this.stopping = stopping;
        this.progress = progress;
    }

    Outcome run(double[] start) {
        steps = 0;
        double[] at = start.clone();
        double[] first = new double[at.length];
        double[] second = new double[at.length];
        double objective = step(at, first);
        while (true) {
            progress.step(steps, objective);
            if (ends(at, first)) {
                return outcome(at, first, objective);
            }
            double better = step(first, second);
            progress.step(steps, better);
            if (ends(first, second)) {
                return outcome(first, second, better);
            }
            double[] leap = extrapolated(at, first, second);
            double leapt = em.feasible(leap) ? step(leap, at) : Double.NEGATIVE_INFINITY;
            boolean taken = leapt >= better;
            double[] next = taken ? leap : second.clone();
            objective = taken ? leapt : step(next, at);
            first = at.clone();
            at = next;
        }
    }

    private double step(double[] from, double[] to) {
        steps++;
        return em.apply(from, to);
    }

    private boolean ends(double[] from, double[] to) {
        return steps >= stopping.maxSteps() || largestMove(from, to) < stopping.tolerance();
    }

    private Outcome outcome(double[] from, double[] to, double objective) {
        boolean converged = largestMove(from, to) < stopping.tolerance();
        return new Outcome(new Vector(from), objective, steps, converged);
    }

    private static double largestMove(double[] from, double[] to) {
        double largest = 0;
        for (int i = 0; i < from.length; i++) {
            largest = Math.max(largest, Math.abs(to[i] - from[i]));
        }
        return largest;
    }

    private static double[] extrapolated(double[] at, double[] first, double[] second) {
        double moved = 0;
        double bent = 0;
        for (int i = 0; i < at.length; i++) {
            double move = first[i] - at[i];
            double bend = second[i] - first[i] - move;
            moved += move * move;
            bent += bend * bend;
        }
        double length = bent > 0 ? Math.max(1, Math.sqrt(moved / bent)) : 1;
        double[] leap = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double move = first[i] - at[i];
            double bend = second[i] - first[i] - move;
            leap[i] = at[i] + 2 * length * move + length * length * bend;
        }
        return leap;
    }
}
