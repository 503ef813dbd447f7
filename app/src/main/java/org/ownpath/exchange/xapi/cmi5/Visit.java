package org.ownpath.exchange.xapi.cmi5;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.shared.PersonId;

/**
 * One opening of a unit by somebody.
 *
 * @param id its session id
 * @param said the verbs by which the unit has told of itself so far
 * @param beganAt as the unit says
 * @param terminatedAt as the unit says; empty where it has not
 * @param endedAt empty while it is under way
 */
record Visit(
        UUID id,
        On on,
        Mode mode,
        Instant openedAt,
        Instant lastAt,
        Set<String> said,
        Optional<Instant> beganAt,
        Optional<Instant> terminatedAt,
        Optional<Instant> endedAt) {

    /** Keeps its own copy. */
    Visit {
        said = Set.copyOf(said);
    }

    /** Who is on what. */
    record On(UUID registration, CourseId course, int unit, PersonId person) {}

    /** How a unit is opened. */
    enum Mode {
        NORMAL("Normal"),
        BROWSE("Browse"),
        REVIEW("Review");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        /** As the standard writes it. */
        String code() {
            return code;
        }

        static Mode ofCode(String code) {
            for (Mode mode : values()) {
                if (mode.code.equals(code)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("No mode is called '" + code + "'");
        }
    }
}
