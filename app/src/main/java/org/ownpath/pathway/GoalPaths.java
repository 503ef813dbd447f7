package org.ownpath.pathway;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.GoalId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of pathway for the way to a goal, which students and teachers adjust. */
@Component
public class GoalPaths {

    private final Goals goals;
    private final GoalRows rows;
    private final GoalReading reading;
    private final GoalRights rights;
    private final Frameworks frameworks;
    private final Access access;
    private final Clock clock;

    GoalPaths(
            Goals goals,
            GoalRows rows,
            GoalReading reading,
            GoalRights rights,
            Frameworks frameworks,
            Access access,
            Clock clock) {
        this.goals = goals;
        this.rows = rows;
        this.reading = reading;
        this.rights = rights;
        this.frameworks = frameworks;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Adjusts the path to a goal.
     *
     * @param sent chosen by the sender: the same change sent twice is made once
     * @return why not; empty when it is made
     */
    @Transactional
    public Optional<String> adjust(Viewer viewer, GoalId id, UUID sent, PathChange change) {
        GoalProgress before = goals.require(viewer, id);
        if (!rights.may(viewer, before).work()) {
            return Optional.of("This path is not yours to change. Say below how you would like it.");
        }
        Optional<PathChange> came = rows.change(sent);
        if (came.isPresent()) {
            return came.filter(same -> !same.equals(change))
                    .map(other -> "The path was changed meanwhile. Look at it as it is now, and try again.");
        }
        List<PathChange> changes = new ArrayList<>(rows.changes(id));
        changes.add(change);
        GoalProgress after = reading.progress(before.goal(), changes);
        Optional<String> refusal = before.route().refusal(change, frameworks.curriculum(), after.route());
        if (refusal.isEmpty()) {
            Side side = rights.side(viewer, before.goal().student());
            rows.addChange(id, sent, change, new Goal.Proposal(viewer.person(), side, clock.instant()));
            access.audit(viewer, "goal.path-changed", id.toString(), "");
            goals.changed(before.goal());
        }
        return refusal;
    }
}
