package org.ownpath.engine.estimate;

/** Solves with a symmetric positive definite matrix, stored row by row. */
final class Cholesky {

    private final double[] lower;
    private final int size;
    private final boolean definite;

    /** Factors a copy of the matrix; reads its lower triangle only. */
    Cholesky(double[] matrix, int size) {
        this.size = size;
        this.lower = matrix.clone();
        this.definite = factor();
    }

    /** Whether the matrix was positive definite; if not, nothing can be solved. */
    boolean definite() {
        return definite;
    }

    private boolean factor() {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = lower[row * size + column] - product(row, column);
                if (column < row) {
                    lower[row * size + column] = sum / lower[column * size + column];
                } else if (sum > 1e-12 * Math.abs(lower[row * size + row])) {
                    lower[row * size + row] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private double product(int row, int column) {
        double sum = 0;
        for (int i = 0; i < column; i++) {
            sum += lower[row * size + i] * lower[column * size + i];
        }
        return sum;
    }

    /** The x with {@code matrix x = right}. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < row; i++) {
                x[row] -= lower[row * size + i] * x[i];
            }
            x[row] /= lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            x[row] /= lower[row * size + row];
            for (int i = 0; i < row; i++) { // along the row, as it lies in memory
                x[i] -= lower[row * size + i] * x[row];
            }
        }
        return x;
    }

    /** The inverse, row by row. */
    double[] inverse() {
        double[] inverse = new double[size * size];
        for (int column = 0; column < size; column++) {
            double[] unit = new double[size];
            unit[column] = 1;
            double[] solved = solve(unit);
            System.arraycopy(solved, 0, inverse, column * size, size);
        }
        return inverse;
    }
}
