package org.ownpath.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to demonstrations: each step is kept, audited and told to whoever listens, in one transaction. */
@Component
class Steps {

    private final DemonstrationRows rows;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(DemonstrationRows rows, Access access, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The viewer has made a move, in these words. */
    void add(Viewer viewer, Demonstration demonstration, Move move, String words) {
        add(viewer, demonstration, move, words, Optional.empty());
    }

    /** The viewer has made a move that is about a time. */
    void add(Viewer viewer, Demonstration demonstration, Move move, String words, Optional<Instant> meetsAt) {
        rows.addStep(
                viewer,
                demonstration.id(),
                new Demonstration.Step(clock.instant(), viewer.person(), move, words.strip(), meetsAt));
        access.audit(viewer, "demonstration." + move.code(), demonstration.id().toString(), demonstration.title());
        events.publishEvent(new DemonstrationMoved(
                demonstration.id(),
                demonstration.student(),
                demonstration.assessor(),
                demonstration.second(),
                demonstration.competencies().get(0),
                move,
                viewer.person(),
                meetsAt));
    }
}
