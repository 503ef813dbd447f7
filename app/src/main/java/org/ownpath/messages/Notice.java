package org.ownpath.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * One thing that one person is told. It keeps no words and no names.
 *
 * @param matter the code of the signal's kind, the id of the plan or the competency, or what a {@link Showing} says
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
            case NEEDS_YOU -> "/today?show=all#need-" + student;
            case PLAN_OPENED, PLAN_CLOSED -> "/support/" + matter;
            case INVITED ->
                reader.equals(student.person())
                        ? "/show/" + matter
                        : "/students/" + student + "/competencies/" + matter;
            case CORRECTION_ANSWERED -> "/students/" + student + "/corrections";
            case MASTERED -> "/students/" + student + "/competencies/" + matter;
            case BADGE_GIVEN -> "/students/" + student + "/badges/" + matter;
            case SHOWING_ASKED, SHOWING_ANSWERED, SHOWING_TIME, GIVEN_TO_SCORE ->
                "/demonstrations/" + Showing.read(matter).demonstration();
        };
    }

    /** The same matter is told to the same reader once. */
    String key() {
        return switch (kind) {
            case NEEDS_YOU, INVITED ->
                String.join(
                        ":",
                        kind.code(),
                        matter,
                        subject,
                        student.toString(),
                        at.toString().substring(0, 10));
            case SHOWING_ASKED, SHOWING_ANSWERED, SHOWING_TIME, GIVEN_TO_SCORE ->
                String.join(":", kind.code(), matter, at.toString());
            case PLAN_OPENED, PLAN_CLOSED, MASTERED, BADGE_GIVEN, CORRECTION_ANSWERED ->
                String.join(":", kind.code(), matter, student.toString());
        };
    }
}
