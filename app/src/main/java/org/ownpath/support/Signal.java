package org.ownpath.support;

import java.time.Instant;
import java.util.List;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * A reason to look at one student in one subject.
 *
 * @param competencies the competencies whose evidence shows it, those that show it best first
 * @param since from when on the evidence gives reason
 * @param urgency from 0 to 100: what should wait least has most
 * @param reason a sentence that names no student
 */
public record Signal(
        StudentId student,
        SignalKind kind,
        String subject,
        List<CompetencyId> competencies,
        Instant since,
        int urgency,
        String reason) {

    /** Keeps its own copy of the competencies. */
    public Signal {
        competencies = List.copyOf(competencies);
    }

    /** What makes it the same signal tomorrow. */
    public Key key() {
        return new Key(student, kind, subject);
    }

    /** One student, one kind, one subject: there is one signal of each at most. */
    public record Key(StudentId student, SignalKind kind, String subject) {}
}
