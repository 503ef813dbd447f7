package org.ownpath.exchange.xapi;

import java.util.List;
import org.ownpath.access.Viewer;

/** Wants to know which statements were kept. */
public interface StatementFollower {

    /**
     * These were not here before; within the transaction that keeps them, so that what is noted stands or falls with them.
     *
     * @param by whose program sent them
     */
    void kept(Viewer by, List<LearningRecord> statements);

    /** The same, when they are kept for good; before the program has its answer. */
    void committed(Viewer by, List<LearningRecord> statements);
}
