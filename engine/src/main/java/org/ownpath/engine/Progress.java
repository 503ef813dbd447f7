package org.ownpath.engine;

import java.util.OptionalDouble;

/** Aggregations that collect points or a percentage, where {@code full} is the rating of a perfect attempt. */
public sealed interface Progress extends Aggregation {

    /** The rating of a perfect attempt, above 0. An attempt scores rating / full, held between 0 and 1. */
    double full();

    @Override
    default OptionalDouble reaching() {
        return OptionalDouble.of(full());
    }

    /**
     * Points earned by practice. The value of a question starts at {@code step}, grows by {@code step} with each perfect
     * attempt in a row, and goes back to {@code step} after any other. Each attempt adds (score - best) * value, up to
     * {@code most}, where best is the best score since the last perfect attempt, after which a new version of the
     * question is given. Points never fall. Source: PrairieLearn, homework assessments.
     *
     * @param step PrairieLearn's autoPoints, above 0
     * @param most PrairieLearn's maxAutoPoints, above 0
     */
    record PracticePoints(double full, double step, double most) implements Progress {
        public PracticePoints {
            Limit.POSITIVE.check("rating of a perfect attempt", full);
            Limit.POSITIVE.check("points of a first perfect attempt", step);
            Limit.POSITIVE.check("most points", most);
        }

        @Override
        public Running running() {
            return new Earned(this);
        }

        @Override
        public Measure measure() {
            return Measure.POINTS;
        }

        @Override
        public double ceiling() {
            return most;
        }

        @Override
        public String words() {
            return "the points from practice (worth more with each perfect attempt in a row)";
        }
    }

    /**
     * {@code clamp(progress * confidence, 0, 100)}: progress is 100 times the mean score, rounded to a whole number;
     * confidence is 1 + recency, where recency is the mean of the scores in percent weighted by when they were shown less
     * their plain mean, held between -0.25 and 0.25, and 0 with fewer than 3 attempts. Source: Artemis, competency
     * progress.
     *
     * <p>What Artemis weighs by time is weighed here by order: the first attempt has weight 0, the latest 1, the others
     * evenly between. Its shares of hard and easy work and its quickly solved programming exercises are left out, since
     * ratings do not say them; they are 0 here.
     */
    record ConfidentProgress(double full) implements Progress {
        public ConfidentProgress {
            Limit.POSITIVE.check("rating of a perfect attempt", full);
        }

        @Override
        public Running running() {
            return new Confident(full);
        }

        @Override
        public Measure measure() {
            return Measure.PERCENT;
        }

        @Override
        public double ceiling() {
            return 100;
        }

        @Override
        public String words() {
            return "the progress in percent (more when recent ratings are better)";
        }
    }

    /** The score of a rating: its part of a perfect one, from 0 to 1. */
    static double score(double rating, double full) {
        return Math.max(0, Math.min(1, rating / full));
    }
}
