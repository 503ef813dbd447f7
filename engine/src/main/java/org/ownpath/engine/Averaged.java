package org.ownpath.engine;

/** The running forms of the averages of all ratings. */
final class Averaged {

    private Averaged() {}

    static final class Plain extends Cumulative {
        private double sum;

        @Override
        void take(double rating) {
            sum += rating;
        }

        @Override
        double current() {
            return sum / count();
        }

        @Override
        void restart() {
            sum = 0;
        }
    }

    static final class Weighted extends Cumulative {
        private final double latestWeight;
        private double earlier;
        private double latest;

        Weighted(double latestWeight) {
            this.latestWeight = latestWeight;
        }

        @Override
        void take(double rating) {
            earlier += latest;
            latest = rating;
        }

        @Override
        double current() {
            return count() == 1 ? latest : latestWeight * latest + (1 - latestWeight) * (earlier / (count() - 1));
        }

        @Override
        void restart() {
            earlier = 0;
            latest = 0;
        }
    }

    static final class Decaying extends Cumulative {
        private final double latestWeight;
        private double decaying;

        Decaying(double latestWeight) {
            this.latestWeight = latestWeight;
        }

        @Override
        void take(double rating) {
            decaying = count() == 1 ? rating : (1 - latestWeight) * decaying + latestWeight * rating;
        }

        @Override
        double current() {
            return decaying;
        }

        @Override
        void restart() {
            decaying = 0;
        }
    }
}
