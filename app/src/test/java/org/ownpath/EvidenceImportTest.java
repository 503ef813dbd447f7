package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.exchange.ImportCommand;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Rejudging;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence by the file: streamed, whole or not at all, counted once, judged as if it had come piece by piece. */
class EvidenceImportTest extends SchoolTest {

    private static final String HEADING = "evidence_id,student_id,competency,shown_at,form,depth,rating,task\n";

    @Autowired
    ImportCommand imports;

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Mastery mastery;

    @Autowired
    Rejudging rejudging;

    @Autowired
    LedgerReading reading;

    @TempDir
    Path folder;

    private Viewer registrar() {
        return viewer("irene.castellan@southfield.example");
    }

    private String take(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("evidence.csv"), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Viewer viewer = registrar();
        as(
                viewer,
                () -> imports.run(
                        "evidence",
                        List.of(file),
                        false,
                        Map.of(),
                        viewer,
                        new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Three showings of each student in each of some competencies, out of order. */
    private String file(String run, double last) {
        return as(registrar(), () -> {
            List<String> lines = new ArrayList<>();
            List<Competency> competencies = frameworks.curriculum().ofSubject("Habits");
            for (Person student : roster.students()) {
                for (Competency competency : competencies) {
                    String about = student.email().orElseThrow() + ","
                            + competency.code().orElseThrow();
                    String id = run + lines.size();
                    lines.add(id + "c," + about + ",2026-03-02,project,create," + last + ",A journal");
                    lines.add(id + "a," + about + ",2026-01-12,test,recall,1,Quiz");
                    lines.add(id + "b," + about + ",2026-02-10,observation,apply,missed,Circle");
                }
            }
            return HEADING + String.join("\n", lines) + "\n";
        });
    }

    private Map<StudentId, Map<CompetencyId, Standing>> standings() {
        return as(
                registrar(),
                () -> roster.students().stream()
                        .collect(Collectors.toMap(Person::student, s -> mastery.of(s.student()))));
    }

    @Test
    void a_file_counts_once_and_its_judgements_equal_a_rejudging() throws IOException {
        String content = file("once-", 4);
        assertThat(take(content)).contains("Applied.");
        Map<StudentId, Map<CompetencyId, Standing>> live = standings();
        long size = as(registrar(), reading::size);
        assertThat(take(content)).contains("0 changes", "known already");
        assertThat(as(registrar(), reading::size)).isEqualTo(size);
        as(registrar(), () -> rejudging.all(Progress.SILENT));
        assertThat(standings()).isEqualTo(live);
    }

    @Test
    void other_evidence_under_a_known_id_is_a_conflict_and_changes_nothing() throws IOException {
        assertThat(take(file("twice-", 3))).contains("Applied.");
        long size = as(registrar(), reading::size);
        assertThat(take(file("twice-", 2))).contains("evidence.csv, row 2", "A conflict", "nothing has changed");
        assertThat(as(registrar(), reading::size)).isEqualTo(size);
    }

    @Test
    void one_bad_row_keeps_the_whole_file_out_and_says_where() throws IOException {
        long size = as(registrar(), reading::size);
        String told = take(
                file("bad-", 3) + "bad-x,ines.castro@southfield.example,HA.2.NOSUCH,2026-02-30,essay,apply,9,Quiz\n");
        assertThat(told).contains("2026-02-30", "essay", "HA.2.NOSUCH", "nothing has changed");
        assertThat(as(registrar(), reading::size)).isEqualTo(size);
    }
}
