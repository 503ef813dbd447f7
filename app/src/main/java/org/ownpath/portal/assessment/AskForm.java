package org.ownpath.portal.assessment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.framework.Competency;
import org.ownpath.portal.Fields;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TaskId;
import org.springframework.util.MultiValueMap;

/**
 * A request while it is being written, with everything as it was typed.
 *
 * @param time what is chosen: an open time, {@link #AT_ONCE}, or nothing
 * @param when a day and an hour of the student's own
 */
public record AskForm(
        String id, String way, String task, String note, String practised, String time, String when, String assessor) {

    /** Chosen to begin without waiting for an answer. */
    public static final String AT_ONCE = "now";

    static AskForm open(String assessor) {
        return new AskForm(DemonstrationId.next().toString(), "", "", "", "", "", "", assessor);
    }

    /** With a task that is chosen already. */
    static AskForm doing(TaskId task, String assessor) {
        return new AskForm(
                DemonstrationId.next().toString(), Way.TASK.code(), task.toString(), "", "", "", "", assessor);
    }

    /** With a piece of the portfolio nominated as evidence. */
    static AskForm nominating(PortfolioPiece piece, String assessor) {
        return new AskForm(
                DemonstrationId.next().toString(),
                Way.PORTFOLIO.code(),
                "",
                piece.title() + ". " + piece.reflection(),
                "",
                "",
                "",
                assessor);
    }

    static AskForm of(MultiValueMap<String, String> fields) {
        return new AskForm(
                Fields.text(fields, "id"),
                Fields.text(fields, "way"),
                Fields.text(fields, "task"),
                Fields.text(fields, "note"),
                Fields.text(fields, "practised"),
                Fields.text(fields, "time"),
                Fields.text(fields, "when"),
                Fields.text(fields, "assessor"));
    }

    /** What the form asks for; problems gets what it does not say. */
    Optional<Request> request(List<Competency> competencies, Optional<DemonstrationId> retryOf, List<String> problems) {
        Optional<DemonstrationId> number = Fields.id(id, DemonstrationId::of);
        Optional<Way> chosen = Way.ofCode(way);
        Optional<PersonId> whom = Fields.id(assessor, PersonId::of);
        Optional<When> begin = begin();
        need(number.isPresent(), "The form lost its number on the way. Open it anew.", problems);
        need(chosen.isPresent(), "No way is chosen. Choose how you want to show it.", problems);
        need(whom.isPresent(), "Nobody is chosen to look at it. Choose one of your teachers.", problems);
        need(
                begin.isPresent(),
                "'" + when + "' is no day and hour. Write it as 2026-04-02T14:30, or leave it empty.",
                problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Request(
                number.orElseThrow(),
                competencies.stream().map(Competency::id).toList(),
                chosen.orElseThrow(),
                Fields.id(task, TaskId::of),
                note,
                practised,
                begin.orElseThrow(),
                whom.orElseThrow(),
                retryOf));
    }

    /** When it is to be shown; empty where what is typed is no time. What is chosen goes before what is typed. */
    private Optional<When> begin() {
        if (time.equals(AT_ONCE)) {
            return Optional.of(new When.AtOnce());
        }
        Optional<When> booked = Fields.id(time, OpenTimeId::of).map(When.Booked::new);
        if (booked.isPresent() || when.isBlank()) {
            return booked.or(() -> Optional.of(new When.Answered()));
        }
        return moment(when).map(When.Wished::new);
    }

    /** A day and an hour as browsers send them, by the school's clock. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(SchoolTime.at(LocalDateTime.parse(text.strip())))
                    .filter(at -> at.isBefore(Instant.parse("2200-01-01T00:00:00Z")));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static void need(boolean holds, String otherwise, List<String> problems) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
