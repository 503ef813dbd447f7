package org.ownpath.engine.estimate;

/** Covariances of estimates; not a number where the data do not determine them. */
final class Covariance {

    private final Vector values;
    private final boolean[] free;

    Covariance(Vector values, boolean[] free) {
        this.values = values;
        this.free = free.clone();
    }

    double of(int one, int other) {
        return free[one] && free[other] ? values.at(one * free.length + other) : Double.NaN;
    }

    double standardError(int parameter) {
        return Math.sqrt(of(parameter, parameter));
    }
}
