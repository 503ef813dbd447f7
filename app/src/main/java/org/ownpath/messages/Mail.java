package org.ownpath.messages;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PersonId;

/**
 * An e-mail that was decided on.
 *
 * @param stopAddress where its reader ends such e-mails without a sign-in; empty where they cannot
 */
public record Mail(
        UUID id,
        PersonId reader,
        String to,
        Letter letter,
        String stopAddress,
        Instant writtenAt,
        Fate fate,
        Kind kind) {

    /** What it is for. */
    public enum Kind {
        /** What somebody has not read yet. */
        NEWS,
        /** A link for whoever has forgotten a password. */
        WAY_BACK,
        /** That a password is another one now. */
        PASSWORD_CHANGED,
        /** That something that runs by itself does not any more. */
        SYSTEM_STOPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it says, and in which language. */
    public record Letter(String language, String subject, String body) {}

    /**
     * What became of it so far.
     *
     * @param problem why the last try failed
     */
    public record Fate(int tries, Optional<Instant> sentAt, Optional<Instant> givenUpAt, Optional<String> problem) {

        /** Before anything was tried. */
        static final Fate WAITING = new Fate(0, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
