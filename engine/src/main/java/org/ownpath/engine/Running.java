package org.ownpath.engine;

/**
 * A value that grows rating by rating, in the order in which they were shown. It is what an {@link Aggregation} computes
 * with; one holds its state and is not shared between threads.
 */
public interface Running {

    /** Adds the next rating. */
    void add(double rating);

    /** The value of the ratings added so far, or NaN if they have none yet. */
    double value();

    /** The lowest rating that enters the value, or NaN if none does; a minimum rating is asked of this one. */
    double weakest();

    /** Forgets all ratings. */
    void clear();
}
