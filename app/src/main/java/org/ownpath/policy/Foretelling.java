package org.ownpath.policy;

import java.util.List;
import org.ownpath.shared.StudentId;

/**
 * Implemented by a room that reads settings: what other answers to them would do with what the school has, before anybody
 * adopts them. It goes by the same code as the product does when they are adopted.
 */
public interface Foretelling {

    /** What it tells of. */
    Topic topic();

    /** What these students have now and would have. Of whom there is nothing to tell either way is left out. */
    List<Foretold> of(List<StudentId> students, Trial trial);
}
