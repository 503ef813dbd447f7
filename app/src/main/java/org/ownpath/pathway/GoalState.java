package org.ownpath.pathway;

/** Where a goal is. */
public enum GoalState {
    PROPOSED("Proposed"),
    AGREED("Agreed"),
    REVIEWED("Agreed and looked at together"),
    REACHED("Reached"),
    DROPPED("Given up");

    private final String title;

    GoalState(String title) {
        this.title = title;
    }

    /** "Agreed". */
    public String title() {
        return title;
    }

    /** Whether it is still worked on or waits for an answer. */
    public boolean open() {
        return this != REACHED && this != DROPPED;
    }

    /** What was done about a goal and what the evidence says, in one word: giving up comes first, then the evidence. */
    static GoalState of(Goal goal, Route route) {
        if (goal.dropped()) {
            return DROPPED;
        }
        if (route.reachedAt().isPresent()) {
            return REACHED;
        }
        if (!goal.agreed()) {
            return PROPOSED;
        }
        return goal.latest(Goal.Kind.REVIEWED).isPresent() ? REVIEWED : AGREED;
    }
}
