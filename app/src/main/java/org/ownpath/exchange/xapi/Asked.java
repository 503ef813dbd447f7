package org.ownpath.exchange.xapi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which statements somebody asks for.
 *
 * @param limit the most of a page
 * @param sentBy only what this account sent, where it may read no more
 * @param after where the page before ended
 */
record Asked(Filter filter, Range range, boolean ascending, int limit, Optional<UUID> sentBy, Optional<Mark> after) {

    /** The most of a page. */
    static final int MOST = 500;

    /** How many a page has where nobody said. */
    static final int USUAL = 100;

    /** The same in one registration alone. */
    Asked within(UUID registration) {
        Filter narrower = new Filter(
                filter.agent,
                filter.verb,
                filter.activity,
                Optional.of(registration),
                filter.relatedAgents,
                filter.relatedActivities);
        return new Asked(narrower, range, ascending, limit, sentBy, after);
    }

    /** By what a statement is asked for. */
    record Filter(
            Optional<Who> agent,
            Optional<Key> verb,
            Optional<Key> activity,
            Optional<UUID> registration,
            boolean relatedAgents,
            boolean relatedActivities) {}

    /**
     * An agent.
     *
     * @param account the program that has this agent as its authority, if it is one of ours
     */
    record Who(Key key, Optional<UUID> account) {}

    /** When it was stored: after since, and no later than until. */
    record Range(Optional<Instant> since, Optional<Instant> until) {}

    /** A statement's place in the order in which all were stored. */
    record Mark(Instant storedAt, long seq) {}
}
