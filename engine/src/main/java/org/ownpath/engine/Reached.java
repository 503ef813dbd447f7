package org.ownpath.engine;

/** The running forms of {@link Attempts}. */
final class Reached {

    private Reached() {}

    static final class Mean implements Running {
        private final int needed;
        private final double from;
        private int reached;
        private double sum;
        private double lowest = Double.NaN;

        Mean(int needed, double from) {
            this.needed = needed;
            this.from = from;
        }

        @Override
        public void add(double rating) {
            if (Requirements.atLeast(rating, from)) {
                reached++;
                sum += rating;
                lowest = reached == 1 ? rating : Math.min(lowest, rating);
            }
        }

        @Override
        public double value() {
            return reached < needed ? Double.NaN : sum / reached;
        }

        @Override
        public double weakest() {
            return reached < needed ? Double.NaN : lowest;
        }

        @Override
        public void clear() {
            reached = 0;
            sum = 0;
            lowest = Double.NaN;
        }
    }

    /** Keeps the last attempts in a ring, so that the one that leaves is known. */
    static final class LastOnes implements Running {
        private final double[] ring;
        private final double from;
        private final boolean lasting;
        private int added;
        private int reached;
        private int most;

        LastOnes(int n, double from, boolean lasting) {
            this.ring = new double[n];
            this.from = from;
            this.lasting = lasting;
        }

        @Override
        public void add(double rating) {
            int place = added % ring.length;
            if (added >= ring.length && Requirements.atLeast(ring[place], from)) {
                reached--;
            }
            ring[place] = rating;
            added++;
            if (Requirements.atLeast(rating, from)) {
                reached++;
            }
            most = Math.max(most, reached);
        }

        @Override
        public double value() {
            return added == 0 ? Double.NaN : lasting ? most : reached;
        }

        @Override
        public double weakest() {
            double lowest = Double.NaN;
            for (int i = 0; i < Math.min(added, ring.length); i++) {
                lowest = i == 0 ? ring[i] : Math.min(lowest, ring[i]);
            }
            return lowest;
        }

        @Override
        public void clear() {
            added = 0;
            reached = 0;
            most = 0;
        }
    }

    static final class Row implements Running {
        private final double from;
        private final boolean lasting;
        private boolean any;
        private int row;
        private int longest;
        private double lowest = Double.NaN;

        Row(double from, boolean lasting) {
            this.from = from;
            this.lasting = lasting;
        }

        @Override
        public void add(double rating) {
            any = true;
            boolean reaches = Requirements.atLeast(rating, from);
            lowest = reaches && row > 0 ? Math.min(lowest, rating) : rating;
            row = reaches ? row + 1 : 0;
            longest = Math.max(longest, row);
        }

        @Override
        public double value() {
            return !any ? Double.NaN : lasting ? longest : row;
        }

        /** The lowest of the present row, or the latest rating where none stands. */
        @Override
        public double weakest() {
            return lowest;
        }

        @Override
        public void clear() {
            any = false;
            row = 0;
            longest = 0;
            lowest = Double.NaN;
        }
    }
}
