package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each person has arranged on their own desk: how many students a day, and what is set aside. */
@Component
class DeskRows {

    private final JdbcClient database;

    DeskRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Integer> capacity(PersonId person) {
        return database.sql("select a_day from support.capacity where person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .optional();
    }

    void setCapacity(PersonId person, int aDay, Instant now) {
        database.sql("""
                insert into support.capacity (person_id, district_id, a_day, set_at)
                values (:person, :district, :aDay, :now)
                on conflict (person_id) do update set a_day = excluded.a_day, set_at = excluded.set_at""")
                .param("person", person.value())
                .param("district", DistrictScope.require().value())
                .param("aDay", aDay)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What this person has set aside until this day or longer, what comes back first first. */
    List<Today.SetAside> setAside(PersonId person, LocalDate today) {
        return database.sql("""
                select id, student_id, kind, subject, until, reason from support.snooze
                where person_id = :person and until > :today and ended_at is null order by until, at""")
                .param("person", person.value())
                .param("today", today)
                .query(DeskRows::setAside)
                .list();
    }

    void setAside(PersonId person, Signal.Key signal, Aside aside, Instant now) {
        database.sql("""
                insert into support.snooze
                    (id, district_id, person_id, student_id, kind, subject, until, reason, at)
                values (:id, :district, :person, :student, :kind, :subject, :until, :reason, :now)""")
                .param("id", TimeOrdered.next())
                .param("district", DistrictScope.require().value())
                .param("person", person.value())
                .param("student", signal.student().value())
                .param("kind", signal.kind().code())
                .param("subject", signal.subject())
                .param("until", aside.until())
                .param("reason", aside.reason())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Until when, and why. */
    record Aside(LocalDate until, String reason) {}

    /** Ends everything that this person has set aside about the student; gives how much it was. */
    int bringBack(PersonId person, StudentId student, Instant now) {
        return database.sql("""
                update support.snooze set ended_at = :now
                where person_id = :person and student_id = :student and ended_at is null""")
                .param("now", Timestamp.from(now))
                .param("person", person.value())
                .param("student", student.value())
                .update();
    }

    private static Today.SetAside setAside(ResultSet row, int n) throws SQLException {
        return new Today.SetAside(
                row.getObject("id", UUID.class),
                new Signal.Key(
                        new StudentId(row.getObject("student_id", UUID.class)),
                        SignalKind.ofCode(row.getString("kind")),
                        row.getString("subject")),
                row.getObject("until", LocalDate.class),
                row.getString("reason"));
    }
}
