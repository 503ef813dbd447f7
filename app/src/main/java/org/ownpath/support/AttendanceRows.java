package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored school days. */
@Component
class AttendanceRows {

    private final JdbcClient database;

    AttendanceRows(JdbcClient database) {
        this.database = database;
    }

    /** The days of these students since then, the earliest first. */
    Map<StudentId, List<SchoolDay>> of(Collection<StudentId> students, LocalDate since) {
        Map<StudentId, List<SchoolDay>> days = new HashMap<>();
        database.sql("""
                select student_id, day, presence from support.school_day
                where student_id = any(:students) and day >= :since order by day""")
                .param("students", students.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("since", since)
                .query((ResultSet row) -> {
                    StudentId student = new StudentId(row.getObject(1, UUID.class));
                    days.computeIfAbsent(student, first -> new ArrayList<>())
                            .add(new SchoolDay(
                                    student,
                                    row.getObject(2, LocalDate.class),
                                    SchoolDay.Presence.ofCode(row.getString(3)).orElseThrow()));
                });
        return days;
    }

    void keep(List<SchoolDay> days, Instant now) {
        database.sql("""
                insert into support.school_day (student_id, day, district_id, presence, told_at)
                select t.student, t.day, :district, t.presence, :now
                from unnest(:students::uuid[], :days::date[], :presences::text[]) as t (student, day, presence)
                order by t.student, t.day
                on conflict (student_id, day) do update set presence = excluded.presence, told_at = excluded.told_at
                where school_day.presence <> excluded.presence""")
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(now))
                .param("students", column(days, day -> day.student().toString()))
                .param("days", column(days, day -> day.day().toString()))
                .param("presences", column(days, day -> day.presence().code()))
                .update();
    }

    private static String[] column(List<SchoolDay> days, Function<SchoolDay, String> value) {
        return days.stream().map(value).toArray(String[]::new);
    }
}
