package org.ownpath.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.exchange.csv.Table;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Change;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Attendance;
import org.ownpath.support.SchoolDay;
import org.springframework.stereotype.Component;

/** Takes attendance in from a CSV file: a row for each student and day. */
@Component
class AttendanceWork {

    private final Attendance attendance;
    private final Roster roster;

    AttendanceWork(Attendance attendance, Roster roster) {
        this.attendance = attendance;
        this.roster = roster;
    }

    Read<List<Change>> run(ImportWork.Task task, Source source, Progress progress) {
        Problems problems = new Problems();
        Table table = Table.read(source, problems);
        if (problems.isEmpty()) {
            table.need(problems, "student_id", "date", "status");
        }
        Map<Key, SchoolDay> days = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            Map<String, StudentId> students = roster.studentsBySourceId();
            table.rows().forEach(row -> day(row, students, problems).ifPresent(day -> keep(row, day, days, problems)));
        }
        if (problems.isEmpty() && days.isEmpty()) {
            problems.add(Problem.ofFile(source.name(), "There is no day in it. Add a row for each student and day."));
        }
        if (!problems.isEmpty()) {
            return new Read.Unreadable<>(problems);
        }
        progress.at("Checking", 0, days.size());
        return new Read.Parsed<>(
                task.apply() ? attendance.keep(task.viewer(), days.values()) : attendance.plan(days.values()));
    }

    private record Key(StudentId student, LocalDate day) {}

    private static void keep(Table.Row row, SchoolDay day, Map<Key, SchoolDay> days, Problems problems) {
        SchoolDay before = days.putIfAbsent(new Key(day.student(), day.day()), day);
        if (before != null && before.presence() != day.presence()) {
            problems.add(row.problem(
                    "status",
                    "The same student and day stand above as '"
                            + before.presence().code() + "'. Leave one row for each day."));
        }
    }

    private Optional<SchoolDay> day(Table.Row row, Map<String, StudentId> students, Problems problems) {
        String key = row.need("student_id", problems);
        StudentId student = students.get(key);
        if (student == null && !key.isEmpty()) {
            problems.add(row.problem(
                    "student_id",
                    "'" + key + "' is no student on the roster. Import the roster first, or correct the value."));
        }
        row.need("date", problems);
        Optional<LocalDate> day = row.date("date", problems);
        if (day.filter(attendance.latest()::isBefore).isPresent()) {
            problems.add(row.problem("date", "'" + row.get("date") + "' is yet to come. Correct the date."));
        }
        Optional<SchoolDay.Presence> presence = SchoolDay.Presence.ofCode(row.get("status"));
        if (presence.isEmpty()) {
            problems.add(row.problem(
                    "status", "'" + row.get("status") + "' is no status. Write present, late, excused or absent."));
        }
        return student == null ? Optional.empty() : day.flatMap(d -> presence.map(p -> new SchoolDay(student, d, p)));
    }
}
