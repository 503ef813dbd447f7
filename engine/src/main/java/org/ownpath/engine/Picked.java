package org.ownpath.engine;

/** A value that is one of the ratings, and its own weakest. */
abstract class Picked implements Running {

    private double picked = Double.NaN;

    /** Whether the rating takes the place of the one picked so far. */
    abstract boolean replaces(double picked, double rating);

    @Override
    public final void add(double rating) {
        if (Double.isNaN(picked) || replaces(picked, rating)) {
            picked = rating;
        }
    }

    @Override
    public final double value() {
        return picked;
    }

    @Override
    public final double weakest() {
        return picked;
    }

    @Override
    public final void clear() {
        picked = Double.NaN;
    }

    static final class First extends Picked {
        @Override
        boolean replaces(double picked, double rating) {
            return false;
        }
    }

    static final class Latest extends Picked {
        @Override
        boolean replaces(double picked, double rating) {
            return true;
        }
    }

    static final class Highest extends Picked {
        @Override
        boolean replaces(double picked, double rating) {
            return rating > picked;
        }
    }

    static final class Lowest extends Picked {
        @Override
        boolean replaces(double picked, double rating) {
            return rating < picked;
        }
    }
}
