package org.ownpath.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for where students see their own work: by the same rubric, beside the score, never averaged in. */
@Component
public class SelfAssessments {

    private final JdbcClient database;
    private final DemonstrationRows rows;
    private final Demonstrations demonstrations;
    private final Access access;
    private final Clock clock;

    SelfAssessments(
            JdbcClient database, DemonstrationRows rows, Demonstrations demonstrations, Access access, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.demonstrations = demonstrations;
        this.access = access;
        this.clock = clock;
    }

    /** Where the student sees it; empty while nothing is said. */
    public Optional<Marks> of(Demonstration demonstration) {
        return database.sql("select marks from assessment.self_assessment where demonstration_id = ?")
                .param(demonstration.id().value())
                .query((row, n) -> Json.read(row.getString(1), Marks.class))
                .optional();
    }

    /** The student says where their work is; until there is a result they may say otherwise. */
    @Transactional
    public Reply say(Viewer viewer, DemonstrationId id, Marks marks) {
        Demonstration own = rows.lock(id)
                .filter(d -> d.student().equals(StudentId.of(viewer.person())))
                .orElseThrow(() -> new NotAllowed("This is not here, or somebody else's to say."));
        if (!own.stage().open()) {
            return Reply.refused("It is " + own.stage().words() + ". What you said before that stands.");
        }
        List<String> reasons = demonstrations.rubric(own).misfits(marks);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        database.sql("""
                insert into assessment.self_assessment (demonstration_id, district_id, marks, said_at)
                values (?, ?, ?::jsonb, ?) on conflict (demonstration_id)
                do update set marks = excluded.marks, said_at = excluded.said_at""")
                .params(id.value(), viewer.district().value(), Json.write(marks), Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "demonstration.self_assessed", id.toString(), "");
        return new Reply.Done();
    }
}
