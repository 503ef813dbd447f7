package org.ownpath.framework;

import java.util.List;
import org.ownpath.shared.Change;
import org.ownpath.shared.Problem;

/** What publishing a draft would do. */
public sealed interface FrameworkPlan {

    /** The draft cannot be published; nothing changes. */
    record Refused(List<Problem> problems) implements FrameworkPlan {}

    /** What would change from the edition before; an empty list when the draft says what is known already. */
    record Planned(int editionNumber, List<Change> changes) implements FrameworkPlan {}
}
