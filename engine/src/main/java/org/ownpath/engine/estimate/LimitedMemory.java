package org.ownpath.engine.estimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Minimises a smooth convex function by the limited-memory quasi-Newton method with a halving line search. Source: Nocedal
 * and Wright, Numerical Optimization, 2006, algorithms 7.4 and 3.1.
 */
final class LimitedMemory {

    private static final int MEMORY = 10;
    private static final int HALVINGS = 40;
    private static final double SUFFICIENT = 1e-4;

    /** A function with its gradient. */
    interface Objective {
        /** Writes the gradient and returns the value. */
        double value(double[] at, double[] gradient);
    }

    /** Where it ended. */
    record Minimum(Vector at, int steps, boolean converged) {}

    /** A move, the change of the gradient along it, and their product. */
    private static final class Pair {

        private final double[] move;
        private final double[] change;
        private final double product;

        Pair(double[] move, double[] change, double product) {
            this.move = move;
            this.change = change;
            this.product = product;
        }
    }

    /** Where a search starts. */
    private static final class Point {

        private final double[] at;
        private final double[] gradient;
        private final double value;

        Point(double[] at, double[] gradient, double value) {
            this.at = at;
            this.gradient = gradient;
            this.value = value;
        }
    }

    private final Objective objective;
    private final Stopping stopping;
    private final FitProgress progress;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    LimitedMemory(Objective objective, Stopping stopping, FitProgress progress) {
        this.objective = objective;
        this.stopping = stopping;
        this.progress = progress;
    }

    /** Ends when the largest move of a parameter is within the tolerance. */
    Minimum from(double[] start) {
        double[] at = start.clone();
        double[] gradient = new double[at.length];
        double value = objective.value(at, gradient);
        for (int step = 1; step <= stopping.maxSteps(); step++) {
            double[] direction = direction(gradient);
            double[] next = new double[at.length];
            double[] nextGradient = new double[at.length];
            double nextValue = search(new Point(at, gradient, value), direction, next, nextGradient);
            progress.step(step, -Math.min(value, nextValue));
            if (!(nextValue < value)) {
                return new Minimum(new Vector(at), step, true); // no lower point in reach of the numbers
            }
            double moved = remember(at, next, gradient, nextGradient);
            at = next;
            gradient = nextGradient;
            value = nextValue;
            if (moved < stopping.tolerance()) {
                return new Minimum(new Vector(at), step, true);
            }
        }
        return new Minimum(new Vector(at), stopping.maxSteps(), false);
    }

    private double search(Point from, double[] direction, double[] next, double[] nextGradient) {
        double slope = dot(from.gradient, direction);
        double length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
        double value = Double.POSITIVE_INFINITY;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int i = 0; i < next.length; i++) {
                next[i] = from.at[i] + length * direction[i];
            }
            value = objective.value(next, nextGradient);
            if (value <= from.value + SUFFICIENT * length * slope) {
                return value;
            }
            length /= 2;
        }
        return value;
    }

    private double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        List<Pair> newestFirst = new ArrayList<>(pairs);
        double[] along = new double[newestFirst.size()];
        for (int i = 0; i < along.length; i++) {
            Pair pair = newestFirst.get(i);
            along[i] = dot(pair.move, direction) / pair.product;
            add(direction, -along[i], pair.change);
        }
        if (along.length > 0) {
            Pair newest = newestFirst.get(0);
            scale(direction, newest.product / dot(newest.change, newest.change));
        }
        for (int i = along.length - 1; i >= 0; i--) {
            Pair pair = newestFirst.get(i);
            add(direction, along[i] - dot(pair.change, direction) / pair.product, pair.move);
        }
        scale(direction, -1);
        return direction;
    }

    private double remember(double[] at, double[] next, double[] gradient, double[] nextGradient) {
        double[] move = next.clone();
        add(move, -1, at);
        double[] change = nextGradient.clone();
        add(change, -1, gradient);
        double product = dot(move, change);
        if (product > 1e-12) {
            pairs.addFirst(new Pair(move, change, product));
        }
        if (pairs.size() > MEMORY) {
            pairs.removeLast();
        }
        double largest = 0;
        for (double each : move) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static void scale(double[] what, double factor) {
        for (int i = 0; i < what.length; i++) {
            what[i] *= factor;
        }
    }
}
