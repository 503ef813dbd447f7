package org.ownpath.exchange.oneroster.rest;

import java.time.Instant;

/**
 * Something of a gradebook that was sent.
 *
 * @param title what it is, without a student's name
 * @param why why it did not arrive; empty where it did
 */
public record SentResult(String kind, String title, Instant at, String why) {

    /** The kind as a person reads it. */
    public String words() {
        return switch (kind) {
            case "results" -> "A result";
            case "lineItems" -> "A line of the gradebook";
            case "scoreScales" -> "A scale";
            default -> "A category";
        };
    }
}
