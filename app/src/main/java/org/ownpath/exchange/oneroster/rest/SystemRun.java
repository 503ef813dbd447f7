package org.ownpath.exchange.oneroster.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.ImportJobId;

/**
 * One time that a system was read.
 *
 * @param everything false: only what had changed since the last time
 * @param applied false: a dry run, which waits for somebody to look at it
 * @param rows how many of each came
 * @param job the import that took over what was read; its state is that of the run from then on
 * @param why what failed and what to do; empty where nothing did
 */
public record SystemRun(
        UUID id,
        StudentSystemId system,
        boolean everything,
        boolean applied,
        Instant askedAt,
        Optional<Instant> endedAt,
        Map<String, Long> rows,
        Optional<ImportJobId> job,
        String jobState,
        String why) {

    /** How it stands, as a person reads it. */
    public String words() {
        if (!why.isEmpty()) {
            return "Failed";
        }
        if (job.isEmpty()) {
            return "Reading";
        }
        return switch (jobState) {
            case "ready" -> applied ? "Waits for you to look at it" : "Read, and nothing changed. Look at what would";
            case "applied" -> "Applied";
            case "refused" -> "Refused: something in it has to be corrected";
            case "cancelled" -> "Cancelled";
            case "failed" -> "Failed";
            default -> "Checking";
        };
    }

    /** Whether it is over and did not do what it was for. */
    public boolean failed() {
        return !why.isEmpty() || jobState.equals("refused") || jobState.equals("failed");
    }

    /** Whether something is still going on. */
    public boolean going() {
        return why.isEmpty() && (job.isEmpty() || jobState.equals("checking") || jobState.equals("applying"));
    }
}
