package org.ownpath.engine.estimate;

import java.util.Arrays;

/**
 * The cross-product information of independent scores: the sum of each score times itself transposed. Its inverse is the
 * covariance of maximum likelihood estimates in large samples. Source: Berndt, Hall, Hall and Hausman, Estimation and
 * inference in nonlinear structural models, 1974.
 */
final class CrossProduct {

    private final int size;
    private final double[] sum;

    CrossProduct(int size) {
        this.size = size;
        this.sum = new double[size * size];
    }

    /** Adds one score, the gradient of one person's log likelihood. */
    void add(double[] score) {
        for (int row = 0; row < size; row++) {
            double scale = score[row];
            if (scale != 0) {
                addRow(row * size, scale, score, row);
            }
        }
    }

    private void addRow(int base, double scale, double[] score, int last) {
        for (int column = 0; column <= last; column++) {
            sum[base + column] += scale * score[column];
        }
    }

    /** Adds what a prior knows of one parameter. */
    void addPrior(int parameter, double information) {
        sum[parameter * size + parameter] += information;
    }

    /** Leaves a parameter out, for example because it rests on its bound; its variance is then not a number. */
    Covariance covariance(boolean[] free) {
        double[] matrix = sum.clone();
        for (int i = 0; i < size; i++) {
            if (!free[i]) {
                isolate(matrix, i);
            }
        }
        Cholesky cholesky = new Cholesky(matrix, size);
        return new Covariance(cholesky.definite() ? new Vector(cholesky.inverse()) : unknown(), free);
    }

    Covariance covariance() {
        boolean[] free = new boolean[size];
        Arrays.fill(free, true);
        return covariance(free);
    }

    private Vector unknown() {
        double[] nothing = new double[size * size];
        Arrays.fill(nothing, Double.NaN);
        return new Vector(nothing);
    }

    private void isolate(double[] matrix, int parameter) {
        for (int i = 0; i < size; i++) {
            matrix[parameter * size + i] = 0;
            matrix[i * size + parameter] = 0;
        }
        matrix[parameter * size + parameter] = 1;
    }
}
