package org.ownpath.exchange.lti.tools;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;

/**
 * What a tool gives points for.
 *
 * @param link the content that it belongs to; empty where it belongs to none, so that its scores are no evidence
 */
record LineItem(UUID id, ToolId tool, Optional<ToolLinkId> link, Described described) {

    /**
     * What a tool says of it.
     *
     * @param resource how the tool calls what it is about; may be empty
     * @param tag how the tool sorts it; may be empty
     */
    record Described(
            String label,
            double maximum,
            String resource,
            String tag,
            Optional<Instant> starts,
            Optional<Instant> ends) {}

    /** The one that content has from the beginning. */
    static LineItem of(ToolLink link, double maximum) {
        return new LineItem(
                TimeOrdered.next(),
                link.tool(),
                Optional.of(link.id()),
                new Described(link.content().title(), maximum, "", "", Optional.empty(), Optional.empty()));
    }
}
