package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Need;
import org.ownpath.support.Signal;
import org.ownpath.support.SignalKind;
import org.ownpath.support.Signals;
import org.springframework.beans.factory.annotation.Autowired;

/** Attendance comes by file, is checked first, and is a reason to look at somebody who misses much. */
class AttendanceTest extends SchoolTest {

    private static final String HEADING = "student_id,date,status\n";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    ImportCommand imports;

    @Autowired
    Roster roster;

    @Autowired
    Signals signals;

    @TempDir
    Path folder;

    private Viewer registrar() {
        return viewer("irene.castellan@southfield.example");
    }

    private String take(String content, boolean dryRun) throws IOException {
        Path file = Files.writeString(folder.resolve("attendance.csv"), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Viewer viewer = registrar();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        as(viewer, () -> imports.run("attendance", List.of(file), dryRun, Map.of(), viewer, print));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Twenty days of which so many were missed. */
    private String days(Person student, int missed) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(n -> student.email().orElseThrow() + "," + today.minusDays(n) + ","
                        + (n <= missed ? "Absent" : "present"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private List<Signal> absent(StudentId student) {
        return as(registrar(), () -> signals.of(List.of(student))).stream()
                .filter(signal -> signal.kind() == SignalKind.ABSENT)
                .toList();
    }

    @Test
    void whoever_misses_much_is_noticed_at_once_by_everybody_who_teaches_them_and_no_more_when_it_was_a_mistake()
            throws IOException {
        List<Person> students = as(registrar(), () -> roster.students());
        Person often = students.get(0);
        Person seldom = students.get(1);
        String file = HEADING + days(often, 5) + days(seldom, 1);
        assertThat(take(file, true)).contains("40 changes", "dry run");
        assertThat(absent(often.student())).isEmpty();
        assertThat(take(file, false)).contains("40 changes", "Applied.");
        assertThat(take(file, false)).contains("0 changes");
        assertThat(absent(often.student()))
                .hasSize(1)
                .allMatch(signal -> signal.reason().startsWith("Missed 5 of 20 school days"));
        assertThat(absent(seldom.student())).isEmpty();
        assertThat(as(registrar(), () -> signals.today(registrar(), true)).needs())
                .extracting(Need::student)
                .contains(often.student());
        as(registrar(), () -> {
            signals.lookAtEverybody();
            return true;
        });
        assertThat(absent(often.student())).as("seen anew, the same").hasSize(1);
        assertThat(take(HEADING + days(often, 0), false)).contains("5 changes");
        assertThat(absent(often.student())).isEmpty();
    }

    @Test
    void what_a_file_says_wrongly_is_told_by_row_and_nothing_is_kept() throws IOException {
        Person student = as(registrar(), () -> roster.students()).get(2);
        String id = student.email().orElseThrow();
        assertThat(take(
                        HEADING + "nobody@nowhere.example," + today + ",absent\n" + id + "," + today.plusDays(9)
                                + ",absent\n" + id + ",the third,absent\n" + id + "," + today + ",away\n" + id + ","
                                + today.minusDays(1) + ",absent\n" + id + "," + today.minusDays(1) + ",present\n",
                        false))
                .contains(
                        "is no student on the roster",
                        "is yet to come",
                        "is no date",
                        "Write present, late, excused or absent",
                        "stand above as 'absent'",
                        "5 problems; nothing has changed");
        assertThat(take("student_id,date\n", false)).contains("'status' is missing");
    }
}
