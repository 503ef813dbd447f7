package org.ownpath.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of open times and their bookings. */
@Component
class OpenTimeRows {

    private static final String ALL = """
            select t.*, b.demonstration_id from assessment.open_time t
            left join assessment.booking b on b.open_time_id = t.id and b.freed_at is null
            """;

    private final JdbcClient database;

    OpenTimeRows(JdbcClient database) {
        this.database = database;
    }

    /** Adds a time, unless its teacher has another one then; whether it was added. */
    boolean add(Viewer teacher, OpenHours.Span span, String place, Instant now) {
        return database.sql("""
                        insert into assessment.open_time (id, district_id, teacher_id, begins_at, ends_at, place, offered_at)
                        select :id, :district, :teacher, :begins, :ends, :place, :now
                        where not exists (select 1 from assessment.open_time t
                            where t.teacher_id = :teacher and t.withdrawn_at is null
                              and t.begins_at < :ends and t.ends_at > :begins)
                        on conflict do nothing""")
                        .param("id", TimeOrdered.next())
                        .param("district", teacher.district().value())
                        .param("teacher", teacher.person().value())
                        .param("begins", Timestamp.from(span.begins()))
                        .param("ends", Timestamp.from(span.ends()))
                        .param("place", place)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The times of these teachers that have not ended by then, first to last. */
    List<OpenTime> of(Collection<PersonId> teachers, Instant since) {
        return database.sql(ALL + """
                where t.teacher_id = any(:teachers) and t.withdrawn_at is null and t.ends_at > :since
                order by t.begins_at, t.id""")
                .param(
                        "teachers",
                        teachers.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .query(OpenTimeRows::time)
                .list();
    }

    /** The time that a demonstration has. */
    Optional<OpenTime> of(DemonstrationId demonstration) {
        return database.sql(ALL + "where b.demonstration_id = ?")
                .param(demonstration.value())
                .query(OpenTimeRows::time)
                .optional();
    }

    /** The time, if it is still offered; nobody else books it or takes it back until the transaction ends. */
    Optional<OpenTime> lock(OpenTimeId id) {
        database.sql("select 1 from assessment.open_time where id = ? for update")
                .param(id.value())
                .query()
                .listOfRows();
        return database.sql(ALL + "where t.id = ? and t.withdrawn_at is null")
                .param(id.value())
                .query(OpenTimeRows::time)
                .optional();
    }

    /** Whether the student has booked another time that overlaps this one, for something else. */
    boolean elsewhere(StudentId student, DemonstrationId demonstration, OpenTime time) {
        return database.sql("""
                select exists (select 1 from assessment.booking b
                    join assessment.open_time t on t.id = b.open_time_id
                    join assessment.demonstration d on d.id = b.demonstration_id
                    where b.freed_at is null and d.student_id = :student and d.id <> :demonstration
                      and t.begins_at < :ends and t.ends_at > :begins)""")
                .param("student", student.value())
                .param("demonstration", demonstration.value())
                .param("begins", Timestamp.from(time.begins()))
                .param("ends", Timestamp.from(time.ends()))
                .query(Boolean.class)
                .single();
    }

    void book(Viewer viewer, OpenTimeId time, DemonstrationId demonstration, Instant now) {
        database.sql("""
                insert into assessment.booking (id, district_id, open_time_id, demonstration_id, booked_at)
                values (?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        time.value(),
                        demonstration.value(),
                        Timestamp.from(now))
                .update();
    }

    /** Frees the time that a demonstration has; whether it had one. */
    boolean free(DemonstrationId demonstration, Instant now) {
        return database.sql(
                                "update assessment.booking set freed_at = ? where demonstration_id = ? and freed_at is null")
                        .params(Timestamp.from(now), demonstration.value())
                        .update()
                == 1;
    }

    void withdraw(OpenTimeId time, Instant now) {
        database.sql("update assessment.open_time set withdrawn_at = ? where id = ?")
                .params(Timestamp.from(now), time.value())
                .update();
    }

    private static OpenTime time(ResultSet row, int n) throws SQLException {
        return new OpenTime(
                new OpenTimeId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("teacher_id", UUID.class)),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("place"),
                Optional.ofNullable(row.getObject("demonstration_id", UUID.class))
                        .map(DemonstrationId::new));
    }
}
