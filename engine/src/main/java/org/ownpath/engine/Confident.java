package org.ownpath.engine;

/** The running form of {@link Progress.ConfidentProgress}. */
final class Confident extends Cumulative {

    private static final int FEWEST_FOR_RECENCY = 3;
    private static final double MOST = 0.25;

    private final double full;
    private double sum;
    private double sumByOrder;

    Confident(double full) {
        this.full = full;
    }

    @Override
    void take(double rating) {
        double percent = 100 * Progress.score(rating, full);
        sum += percent;
        sumByOrder += (count() - 1) * percent;
    }

    @Override
    double current() {
        double progress = Rounded.halfUp(sum / count(), 1);
        return Math.max(0, Math.min(100, progress * (1 + recency())));
    }

    /** The weights 0 to n - 1 add up to n (n - 1) / 2; dividing each by n - 1 would change nothing. */
    private double recency() {
        int n = count();
        if (n < FEWEST_FOR_RECENCY) {
            return 0;
        }
        double byOrder = sumByOrder / (n * (n - 1) / 2.0);
        return Math.max(-MOST, Math.min(MOST, byOrder - sum / n));
    }

    @Override
    void restart() {
        sum = 0;
        sumByOrder = 0;
    }
}
