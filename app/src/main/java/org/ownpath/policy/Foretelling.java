package org.ownpath.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ownpath.shared.StudentId;

/**
 * Implemented by a room that reads settings: what other answers to them would do with what the school has, before anybody
 * adopts them. It goes by the same code as the product does when they are adopted.
 */
public interface Foretelling {

    /** What it tells of. */
    Topic topic();

    /** Reads what these few students have, once. */
    Telling of(List<StudentId> students, Instant at);

    /** Tells what was read, as often as asked. */
    @FunctionalInterface
    interface Telling {

        /** What there is for each if this holds. Of whom there is nothing to tell is left out. */
        Map<Foretold.Of, Foretold.Side> under(Supposed supposed);
    }
}
