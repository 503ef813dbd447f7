package org.ownpath.engine.estimate;

/** Numbers that nobody changes. */
final class Vector {

    private final double[] values;

    Vector(double[] values) {
        this.values = values.clone();
    }

    double at(int index) {
        return values[index];
    }

    int length() {
        return values.length;
    }

    double[] copy() {
        return values.clone();
    }
}
