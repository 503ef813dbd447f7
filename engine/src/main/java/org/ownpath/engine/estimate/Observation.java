package org.ownpath.engine.estimate;

/** A piece of evidence on one competency of one learner, that says something of ability. */
public sealed interface Observation {

    /**
     * Who or what it comes from. Pieces from one source are not independent: a test sitting is one source, however many
     * items it has, and a rater is one source.
     */
    String source();

    /** How probable the piece is at this ability, up to a constant. */
    double likelihood(double theta);

    /**
     * An answer to an item.
     *
     * @param source the sitting that it belongs to
     */
    record Answer(String source, Item item, boolean right) implements Observation {
        @Override
        public double likelihood(double theta) {
            double probability = item.probability(theta);
            return right ? probability : 1 - probability;
        }
    }

    /**
     * A rating on a task.
     *
     * @param level from 0; the task has to have it
     */
    record Rating(Rater rater, GradedItem task, int level) implements Observation {

        /** Refuses a level that the task does not have. */
        public Rating {
            if (level < 0 || level >= task.levels()) {
                throw new IllegalArgumentException("Level " + level + " by rater '" + rater.name()
                        + "' is not on a task with levels 0 to " + (task.levels() - 1) + ".");
            }
        }

        @Override
        public String source() {
            return rater.name();
        }

        @Override
        public double likelihood(double theta) {
            return rater.probability(task, level, theta);
        }
    }
}
