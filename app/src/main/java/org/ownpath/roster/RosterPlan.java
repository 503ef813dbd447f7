package org.ownpath.roster;

import java.util.List;
import org.ownpath.shared.Change;
import org.ownpath.shared.Problem;

/** What taking a roster in would do: refused with every problem, or planned with every change. */
public sealed interface RosterPlan {

    /** The roster cannot be taken; nothing changes. */
    record Refused(List<Problem> problems) implements RosterPlan {}

    /** What would change; an empty list when everything is as it says already. */
    record Planned(List<Change> changes) implements RosterPlan {}
}
