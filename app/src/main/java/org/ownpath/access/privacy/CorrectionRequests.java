package org.ownpath.access.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to asking that a record be corrected. Students ask about themselves, families about their children; the
 * office answers each request once, with a reason. Nothing of it is edited afterwards.
 */
@Component
public class CorrectionRequests {

    private static final int LONGEST = 2000;

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CorrectionRequests(JdbcClient database, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for a correction; the same request sent twice is kept once.
     *
     * @return why not; empty when it is kept
     */
    @Transactional
    public Optional<String> ask(Viewer viewer, UUID id, StudentId student, CorrectionRequest.Wish wish) {
        access.requireView(viewer, student);
        if (wish.wrong().isBlank() || wish.proposed().isBlank()) {
            return Optional.of("Write both: what is wrong, and how it should be.");
        }
        if (wish.wrong().length() + wish.proposed().length() > LONGEST) {
            return Optional.of("That is more than " + LONGEST + " characters. Say the most important things.");
        }
        int added = database.sql("""
                insert into access.correction_request
                    (id, district_id, student_id, asked_by, asked_at, piece_id, wrong, proposed)
                values (:id, :district, :student, :by, :at, :piece, :wrong, :proposed) on conflict do nothing""")
                .param("id", id)
                .param("district", viewer.district().value())
                .param("student", student.value())
                .param("by", viewer.person().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("piece", wish.piece().map(PieceId::value).orElse(null))
                .param("wrong", wish.wrong().strip())
                .param("proposed", wish.proposed().strip())
                .update();
        if (added == 1) {
            access.audit(viewer, student.person(), "correction.asked", "");
        }
        return Optional.empty();
    }

    /** What was asked for about a student, the latest first. */
    public List<CorrectionRequest> of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return database.sql("select * from access.correction_request where student_id = ? order by asked_at desc")
                .param(student.value())
                .query(CorrectionRequests::request)
                .list();
    }

    /** What was asked for in the district: what waits for an answer first, the longest waiting before the others. */
    public List<CorrectionRequest> all(Viewer viewer, int most) {
        requireOffice(viewer);
        return database.sql("""
                        select * from access.correction_request
                        order by answered_at desc nulls first, asked_at limit ?""").param(most).query(CorrectionRequests::request).list();
    }

    /** One that was asked for. */
    public Optional<CorrectionRequest> one(Viewer viewer, UUID id) {
        requireOffice(viewer);
        return database.sql("select * from access.correction_request where id = ?")
                .param(id)
                .query(CorrectionRequests::request)
                .optional();
    }

    /**
     * Answers a request.
     *
     * @return why not; empty when it is answered
     */
    @Transactional
    public Optional<String> answer(Viewer viewer, CorrectionRequest request, CorrectionRequest.Answer answer) {
        requireOffice(viewer);
        if (answer.reason().isBlank() || answer.reason().length() > LONGEST) {
            return Optional.of("Write the reason, in up to " + LONGEST + " characters: the family reads it.");
        }
        int answered = database.sql("""
                update access.correction_request
                set answered_by = :by, answered_at = :at, agreed = :agreed, reason = :reason, correction_id = :correction
                where id = :id and answered_at is null""")
                .param("by", answer.by().value())
                .param("at", Timestamp.from(answer.at()))
                .param("agreed", answer.agreed())
                .param("reason", answer.reason().strip())
                .param("correction", answer.correction().map(PieceId::value).orElse(null))
                .param("id", request.id())
                .update();
        if (answered == 0) {
            return Optional.of("Somebody has answered this already. The answer stands below.");
        }
        access.audit(
                viewer, request.student().person(), answer.agreed() ? "correction.agreed" : "correction.refused", "");
        events.publishEvent(new CorrectionAnswered(request.id(), request.student(), request.askedBy()));
        return Optional.empty();
    }

    private void requireOffice(Viewer viewer) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
    }

    private static CorrectionRequest request(ResultSet row, int n) throws SQLException {
        return new CorrectionRequest(
                row.getObject("id", UUID.class),
                new StudentId(row.getObject("student_id", UUID.class)),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                new CorrectionRequest.Wish(
                        Optional.ofNullable(row.getObject("piece_id", UUID.class))
                                .map(PieceId::new),
                        row.getString("wrong"),
                        row.getString("proposed")),
                answer(row));
    }

    private static Optional<CorrectionRequest.Answer> answer(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("answered_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new CorrectionRequest.Answer(
                        new PersonId(row.getObject("answered_by", UUID.class)),
                        at.toInstant(),
                        row.getBoolean("agreed"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getObject("correction_id", UUID.class))
                                .map(PieceId::new)));
    }
}
