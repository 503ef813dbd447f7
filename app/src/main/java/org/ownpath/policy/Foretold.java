package org.ownpath.policy;

import org.ownpath.shared.StudentId;

/**
 * What one student has in one subject under today's answers, and would have under the drafted ones.
 *
 * @param subject empty where it is about no single one
 */
public record Foretold(StudentId student, String subject, Side today, Side drafted) {

    /** How much it is, in the topic's unit, and what it is in words. */
    public record Side(int count, String words) {}

    /** Whether the student would notice anything. */
    public boolean changes() {
        return !today.equals(drafted);
    }
}
