package org.ownpath.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * One thing that one person is told. It keeps no words and no names.
 *
 * @param matter the code of the signal's kind, or the id of the plan or the competency
 */
public record Notice(
        UUID id,
        PersonId reader,
        NoticeKind kind,
        StudentId student,
        String subject,
        String matter,
        Instant at,
        Optional<Instant> readAt) {

    /** Where the reader sees more, if they may. */
    public String address() {
        return switch (kind) {
            case NEEDS_YOU -> "/students/" + student;
            case PLAN_OPENED, PLAN_CLOSED -> "/support/" + matter;
            case CORRECTION_ANSWERED -> "/students/" + student + "/corrections";
            case MASTERED -> "/students/" + student + "/competencies/" + matter;
        };
    }

    /** The same matter is told to the same reader once. */
    String key() {
        return kind == NoticeKind.NEEDS_YOU
                ? String.join(
                        ":",
                        kind.code(),
                        matter,
                        subject,
                        student.toString(),
                        at.toString().substring(0, 10))
                : String.join(":", kind.code(), matter, student.toString());
    }
}
