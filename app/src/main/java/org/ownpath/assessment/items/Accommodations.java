package org.ownpath.assessment.items;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of accommodations: what a student needs in a test, kept once and applied in all of them. */
@Component
public class Accommodations {

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    Accommodations(JdbcClient database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** What a student has now. */
    public Accommodation of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return of(student);
    }

    Accommodation of(StudentId student) {
        return database.sql("""
                select * from assessment.accommodation where student_id = ? order by given_at desc, id desc limit 1""")
                .param(student.value())
                .query((row, n) -> new Accommodation(
                        row.getInt("extra_time"),
                        row.getBoolean("larger_text"),
                        row.getBoolean("untimed"),
                        row.getString("reason")))
                .optional()
                .orElse(Accommodation.NONE);
    }

    /** Gives a student these from now on, in the place of what was; empty when done, otherwise why not. */
    @Transactional
    public Optional<String> give(Viewer viewer, StudentId student, Accommodation accommodation) {
        access.requireStaff(viewer);
        access.requireView(viewer, student);
        if (accommodation.extraTime() < 0 || accommodation.extraTime() > Accommodation.MOST_EXTRA_TIME) {
            return Optional.of("Extra time of " + accommodation.extraTime()
                    + "% cannot be given. Use a number from 0 to " + Accommodation.MOST_EXTRA_TIME + ".");
        }
        database.sql("""
                insert into assessment.accommodation
                    (id, district_id, student_id, extra_time, larger_text, untimed, reason, given_by, given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        student.value(),
                        accommodation.extraTime(),
                        accommodation.largerText(),
                        accommodation.untimed(),
                        accommodation.reason(),
                        viewer.account().value(),
                        Timestamp.from(clock.instant()))
                .update();
        access.audit(viewer, "accommodation.given", student.toString(), "");
        return Optional.empty();
    }
}
