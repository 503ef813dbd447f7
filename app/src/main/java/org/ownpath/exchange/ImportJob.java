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

    /**
     * What it would change or has changed, and why it was refused.
     *
     * @param moreProblems how many problems there are beyond those listed
     */
    public record Report(Map<String, Long> counts, List<Change> changes, List<Problem> problems, long moreProblems) {

        /** Nothing is known yet. */
        public static final Report EMPTY = new Report(Map.of(), List.of(), List.of(), 0);

        /** The most problems that a report lists. */
        static final int MOST_PROBLEMS = 200;

        /** How many changes there are beyond those listed. */
        public long moreChanges() {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return Math.max(0, all - changes.size());
        }

        /** How many of each sort there are, as a person reads it: "Person: 2 new". */
        public List<String> inWords() {
            return Changes.inWords(counts);
        }

        static Report of(Read<Changes> result) {
            if (result instanceof Read.Parsed<Changes> parsed) {
                return new Report(parsed.value().counts(), parsed.value().sample(), List.of(), 0);
            }
            Read.Unreadable<Changes> why = (Read.Unreadable<Changes>) result;
            List<Problem> listed = why.problems().stream().limit(MOST_PROBLEMS).toList();
            return new Report(Map.of(), List.of(), listed, why.problems().size() - listed.size() + why.more());
        }
    }

    /** Whether work on it goes on. */
    public boolean running() {
        return state.equals("checking") || state.equals("applying");
    }

    /** Whether it waits for somebody to apply it. */
    public boolean appliable() {
        return state.equals("ready") && !report.changes().isEmpty();
    }

    /** Whether it can be cancelled. */
    public boolean stoppable() {
        return running() || appliable();
    }

    /** How it stands, in words. */
    public String standing() {
        return switch (state) {
            case "ready" -> appliable() ? "ready to apply" : "nothing to change";
            case "refused" -> "to be corrected";
            default -> state;
        };
    }
}
