package org.ownpath.policy;

import java.util.Comparator;
import org.ownpath.shared.StudentId;

/** What one student has in one subject under today's rules and answers, and would have under the drafted ones. */
public record Foretold(Of of, Side today, Side drafted) {

    /**
     * Whom it is about, and in what.
     *
     * @param subject empty where it is about no single one
     */
    public record Of(StudentId student, String subject) implements Comparable<Of> {

        private static final Comparator<Of> ORDER =
                Comparator.comparing(Of::student).thenComparing(Of::subject);

        /** About a student as a whole. */
        public static Of whole(StudentId student) {
            return new Of(student, "");
        }

        @Override
        public int compareTo(Of other) {
            return ORDER.compare(this, other);
        }
    }

    /** How much it is, in the topic's unit, and what it is in words. */
    public record Side(int count, String words) {}

    /** Whom it is about. */
    public StudentId student() {
        return of.student();
    }

    /** In what; empty where it is about no single subject. */
    public String subject() {
        return of.subject();
    }

    /** Whether the student would notice anything. */
    public boolean changes() {
        return !today.equals(drafted);
    }
}
