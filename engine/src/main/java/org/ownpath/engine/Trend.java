package org.ownpath.engine;

/** The running form of {@link Estimate.PowerLaw}: a straight line through the logarithms, from five sums. */
final class Trend extends Cumulative {

    private final double least;
    private double sumX;
    private double sumY;
    private double sumXX;
    private double sumXY;
    private double latest;
    private double highest;

    Trend(double least) {
        this.least = least;
    }

    @Override
    void take(double rating) {
        double x = Math.log(count());
        double y = Math.log(Math.max(rating, least));
        sumX += x;
        sumY += y;
        sumXX += x * x;
        sumXY += x * y;
        latest = rating;
        highest = count() == 1 ? rating : Math.max(highest, rating);
    }

    @Override
    double current() {
        if (count() == 1) {
            return latest;
        }
        double n = count();
        double b = (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX);
        double logA = (sumY - b * sumX) / n;
        double fitted = Math.exp(logA + b * Math.log(n));
        return Math.max(weakest(), Math.min(highest, fitted));
    }

    @Override
    void restart() {
        sumX = 0;
        sumY = 0;
        sumXX = 0;
        sumXY = 0;
    }
}
