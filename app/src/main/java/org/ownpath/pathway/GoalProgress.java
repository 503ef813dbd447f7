package org.ownpath.pathway;

import java.time.LocalDate;
import org.ownpath.shared.CompetencyId;

/** A goal, the way to it and where it is. */
public record GoalProgress(Goal goal, String title, Route route, GoalState state) {

    /** Whether it is worked on: agreed, and neither reached nor given up. */
    public boolean active() {
        return state == GoalState.AGREED || state == GoalState.REVIEWED;
    }

    /** Whether it is worked on and the day to look at it has come. */
    public boolean due(LocalDate today) {
        return active() && !goal.reviewOn().isAfter(today);
    }

    /** Whether something is left to do for it in this competency. */
    public boolean needs(CompetencyId competency) {
        return route.open().stream().anyMatch(stop -> stop.competency().id().equals(competency));
    }
}
