package org.ownpath.engine;

/** A value that every rating enters. */
abstract class Cumulative implements Running {

    private int count;
    private double lowest = Double.NaN;

    /** Takes the rating in; {@link #count()} already counts it. */
    abstract void take(double rating);

    /** The value of at least one rating. */
    abstract double current();

    /** Forgets what {@link #take} has kept. */
    abstract void restart();

    final int count() {
        return count;
    }

    @Override
    public final void add(double rating) {
        count++;
        if (count == 1 || rating < lowest) {
            lowest = rating;
        }
        take(rating);
    }

    @Override
    public final double value() {
        return count == 0 ? Double.NaN : current();
    }

    @Override
    public final double weakest() {
        return lowest;
    }

    @Override
    public final void clear() {
        count = 0;
        lowest = Double.NaN;
        restart();
    }
}
