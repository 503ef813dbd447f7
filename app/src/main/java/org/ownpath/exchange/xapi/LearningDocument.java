package org.ownpath.exchange.xapi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.StudentId;

/** A document that a program keeps here. */
record LearningDocument(String contentType, Bytes content, String etag, Instant updatedAt) {

    /** Of what it is: the state of an agent in an activity, or the profile of one of them. */
    enum Kind {
        STATE("state"),
        ACTIVITY("activity"),
        AGENT("agent");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** About what it is; no name for all of them. */
    record Place(Kind kind, Optional<String> activity, Optional<Owner> owner, Optional<UUID> registration) {}

    /** The agent about whom it is, and the student, if it is one. */
    record Owner(Key key, Optional<StudentId> student) {}
}
