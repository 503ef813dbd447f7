package org.ownpath.pathway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.GoalId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of pathway for what the student, the family and the school say about a goal. */
@Component
public class GoalTalk {

    private static final int LONGEST_WORDS = 2000;

    private final Goals goals;
    private final GoalRows rows;
    private final Access access;
    private final Clock clock;

    GoalTalk(Goals goals, GoalRows rows, Access access, Clock clock) {
        this.goals = goals;
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /** What was said about a goal, in order. */
    public List<Goal.Words> words(GoalId goal) {
        return rows.words(goal);
    }

    /**
     * Adds words of the student, the family or the school.
     *
     * @return why they cannot be taken; empty when they are
     */
    @Transactional
    public Optional<String> say(Viewer viewer, GoalId id, UUID sent, String words) {
        goals.require(viewer, id);
        if (words.isBlank() || words.strip().length() > LONGEST_WORDS) {
            return Optional.of("Write something, in up to " + LONGEST_WORDS + " characters.");
        }
        if (rows.addWords(id, sent, new Goal.Words(viewer.person(), words.strip(), clock.instant()))) {
            access.audit(viewer, "goal.words", id.toString(), "");
        }
        return Optional.empty();
    }
}
