package org.ownpath.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ownpath.shared.Change;
import org.ownpath.shared.ImportJobId;
import org.ownpath.shared.Problem;

/** An import and how far it has come. */
public record ImportJob(
        ImportJobId id,
        String kind,
        String fileName,
        String state,
        Instant requestedAt,
        String phase,
        long done,
        long total,
        Report report) {

    /** What it would change or has changed, and why it was refused. */
    public record Report(Map<String, Integer> counts, List<Change> changes, List<Problem> problems) {

        /** Nothing is known yet. */
        public static final Report EMPTY = new Report(Map.of(), List.of(), List.of());
    }

    /** Whether work on it goes on. */
    public boolean running() {
        return state.equals("checking") || state.equals("applying");
    }
}
