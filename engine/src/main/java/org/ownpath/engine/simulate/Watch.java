package org.ownpath.engine.simulate;

/** Follows a simulation and may stop it. Called from one thread at a time, but not always the same. */
@FunctionalInterface
public interface Watch {

    /** Watches nothing and lets it run. */
    Watch NONE = (done, total) -> true;

    /** So many learners are done; false stops the simulation soon. */
    boolean goOn(long done, long total);
}
