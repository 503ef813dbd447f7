package org.ownpath.exchange.oneroster.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ownpath.shared.StudentId;

/**
 * One thing of a gradebook, as OneRoster says it.
 *
 * @param kind categories, scoreScales, lineItems or results
 * @param title what a person calls it, without a student's name
 * @param student whose result it is
 * @param changed when what it rests on was last shown
 * @param json what is sent of it; without when it last changed, so that the same stays the same
 */
record GradebookRow(
        String kind,
        String sourcedId,
        String title,
        Optional<StudentId> student,
        Instant changed,
        Map<String, Object> json) {

    /** What one of a kind is called within a message. */
    static String one(String kind) {
        return switch (kind) {
            case "categories" -> "category";
            case "scoreScales" -> "scoreScale";
            case "lineItems" -> "lineItem";
            default -> "result";
        };
    }
}
