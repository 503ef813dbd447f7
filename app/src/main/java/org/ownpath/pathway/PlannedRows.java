package org.ownpath.pathway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The activities on students' plans, stored. */
@Component
class PlannedRows {

    private final JdbcClient database;

    PlannedRows(JdbcClient database) {
        this.database = database;
    }

    /** Stores it; false when it is there, or the activity is open on the plan already. */
    boolean add(PlannedActivity planned) {
        return database.sql("""
                insert into pathway.planned_activity
                    (id, district_id, student_id, activity_id, goal_id, chosen_by, chosen_at)
                values (:id, :district, :student, :activity, :goal, :by, :at) on conflict do nothing""")
                        .param("id", planned.id())
                        .param("district", DistrictScope.require().value())
                        .param("student", planned.student().value())
                        .param("activity", planned.activity().value())
                        .param("goal", planned.goal().map(GoalId::value).orElse(null), Types.OTHER)
                        .param("by", planned.chosenBy().value())
                        .param("at", Timestamp.from(planned.chosenAt()))
                        .update()
                > 0;
    }

    /** Ends it; false when it has ended already. */
    boolean end(UUID id, PlannedActivity.End end) {
        return database.sql("""
                update pathway.planned_activity set ended = ?, words = ?, ended_by = ?, ended_at = ?
                where id = ? and ended is null""")
                        .params(
                                end.done() ? "done" : "aside",
                                end.words(),
                                end.by().value(),
                                Timestamp.from(end.at()),
                                id)
                        .update()
                > 0;
    }

    Optional<PlannedActivity> find(UUID id) {
        return database.sql("select * from pathway.planned_activity where id = ?")
                .param(id)
                .query(PlannedRows::planned)
                .optional();
    }

    /** A student's, the latest first. */
    List<PlannedActivity> of(StudentId student) {
        return database.sql("select * from pathway.planned_activity where student_id = ? order by chosen_at desc, id")
                .param(student.value())
                .query(PlannedRows::planned)
                .list();
    }

    /** All that were done. */
    List<PlannedActivity> done() {
        return database.sql("select * from pathway.planned_activity where ended = 'done'")
                .query(PlannedRows::planned)
                .list();
    }

    /** Changes whenever something is done; for what is worked out from all that was done. */
    String fingerprint() {
        return database.sql("select count(*) || ' ' || current_date from pathway.planned_activity where ended = 'done'")
                .query(String.class)
                .single();
    }

    private static PlannedActivity planned(ResultSet row, int n) throws SQLException {
        return new PlannedActivity(
                row.getObject("id", UUID.class),
                new StudentId(row.getObject("student_id", UUID.class)),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                Optional.ofNullable(row.getObject("goal_id", UUID.class)).map(GoalId::new),
                new PersonId(row.getObject("chosen_by", UUID.class)),
                row.getTimestamp("chosen_at").toInstant(),
                row.getString("ended") == null ? Optional.empty() : Optional.of(end(row)));
    }

    private static PlannedActivity.End end(ResultSet row) throws SQLException {
        return new PlannedActivity.End(
                row.getString("ended").equals("done"),
                row.getString("words"),
                new PersonId(row.getObject("ended_by", UUID.class)),
                row.getTimestamp("ended_at").toInstant());
    }
}
