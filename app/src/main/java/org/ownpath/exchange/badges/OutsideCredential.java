package org.ownpath.exchange.badges;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.StudentId;

/**
 * A credential of another issuer that somebody brought for a student.
 *
 * @param content what was brought, to be checked again at any time
 * @param issuedAt when its issuer says that it was earned
 */
public record OutsideCredential(
        OutsideId id,
        StudentId student,
        String content,
        About about,
        Instant issuedAt,
        Instant broughtAt,
        Optional<Review> review) {

    /** What it says, by whom, and of whom. */
    public record About(String name, String description, String issuer, Optional<String> holder) {}

    /** What a teacher made of it: taken as evidence or not, and in which words. */
    public record Review(boolean accepted, String words, Instant at) {}
}
