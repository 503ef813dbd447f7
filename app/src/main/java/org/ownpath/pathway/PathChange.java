package org.ownpath.pathway;

import org.ownpath.shared.CompetencyId;

/** How somebody adjusts the path to a goal. */
public sealed interface PathChange {

    /** What is moved, left out, taken back or added. */
    CompetencyId competency();

    /** It is to come directly before another. */
    record Move(CompetencyId competency, CompetencyId before) implements PathChange {}

    /** It is not worked on for this goal. */
    record LeaveOut(CompetencyId competency) implements PathChange {}

    /** What was left out is worked on after all. */
    record TakeBack(CompetencyId competency) implements PathChange {}

    /** Something that the goal does not ask for is worked on as well, with what comes before it. */
    record Add(CompetencyId competency) implements PathChange {}
}
