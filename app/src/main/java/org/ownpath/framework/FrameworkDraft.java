package org.ownpath.framework;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One edition of a framework as some source tells it, before it is compared with what is known.
 *
 * @param sourceId identifies the framework through its editions: a CASE document identifier, or a name of its own
 */
public record FrameworkDraft(
        String sourceId,
        String title,
        Optional<String> publisher,
        Optional<String> sourceUri,
        Optional<String> notice,
        Scale scale,
        List<Item> items,
        List<Edge> prerequisites) {

    /** Where a row stands, for messages. */
    public record Origin(String file, long row) {}

    /**
     * A competency, or a heading that only groups others.
     *
     * @param sourceId its CASE identifier or its code
     */
    public record Item(
            Origin origin,
            String sourceId,
            Optional<String> code,
            String subject,
            Optional<String> strand,
            OptionalInt level,
            String title,
            String statement,
            List<String> descriptions,
            Optional<String> parent,
            boolean assessable) {}

    /** One competency comes before another; both by their keys in the source. */
    public record Edge(Origin origin, String before, String after) {}
}
