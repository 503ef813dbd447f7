package org.ownpath.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JudgeCommandTest {

    private static final String HEADER = "learner,competency,rating,form,depth,context,purpose,observer,shown_at\n";
    private static final String REST = ",test,apply,class,summative,okafor,";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String rule, String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("evidence.csv"), rows);
        CommandLine command =
                new CommandLine(new JudgeCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[3 + more.length];
        all[0] = "--rule=" + rule;
        all[1] = "--threshold=3";
        all[2] = file.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return command.execute(all);
    }

    @Test
    void each_learner_and_competency_gets_a_row_with_verdict_value_and_reason() throws IOException {
        int code = run(
                "best-2",
                HEADER + "Maya,Fractions,2" + REST + "2026-09-01\n" + "Maya,Fractions,4" + REST + "2026-09-03\n"
                        + "Maya,Fractions,missed" + REST + "2026-09-02T08:00:00Z\n" + "Maya,Graphs,excused" + REST
                        + "2026-09-02\n");
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "learner,competency,verdict,value,count,mastered_at,reason",
                        "Maya,Fractions,mastered,3.0,2,2026-09-03T00:00:00Z,\"Maya has mastered “Fractions”, shown 2 times"
                                + " (2 tests) with 1 missed chance; the average of the best 2 ratings is 3, and 3 is"
                                + " needed.\"",
                        "Maya,Graphs,no_evidence,,0,,\"Maya has not shown “Graphs” yet: excused from 1 chance, and there"
                                + " is no evidence that counts.\"");
        assertThat(err.toString()).contains("4 rows read, 2 judgements");
    }

    @Test
    void a_rule_is_read_from_a_file_and_the_judgements_are_written_to_one() throws IOException {
        Path rule = Files.writeString(
                folder.resolve("rule.json"),
                "{\"aggregation\":{\"kind\":\"latest\"},\"requirements\":{\"threshold\":3,\"freshDays\":30}}");
        Path target = folder.resolve("judgements.csv");
        int code = run(
                rule.toString(),
                HEADER + "Maya,Fractions,4" + REST + "2026-09-01\n",
                "--as-of=2027-01-01T00:00:00Z",
                "--out=" + target);
        assertThat(code).isZero();
        assertThat(Files.readString(target)).contains("Maya,Fractions,needs_refresh,4.0,1,2026-09-01T00:00:00Z,");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_refused_with_file_line_column_and_remedy() throws IOException {
        refused(
                "Maya,Fractions,five" + REST + "2026-09-01\n",
                "evidence.csv, line 2, column 'rating': 'five' is not a rating.");
        refused("Maya,Fractions,5000" + REST + "2026-09-01\n", "column 'rating': The rating 5000.0 is out of range.");
        refused(
                "Maya,Fractions,4" + REST + "yesterday\n",
                "column 'shown_at': 'yesterday' is not a time. Write 2026-09-01");
        refused(
                "Maya,Fractions,4,exam,apply,class,summative,okafor,2026-09-01\n",
                "column 'form': 'exam' is not known here. Use one of [test,");
        refused("Maya,,4" + REST + "2026-09-01\n", "column 'competency': Nothing is written here.");
        refused(
                "Maya,Fractions,4" + REST + "2026-09-01\nNoah,Fractions,4" + REST + "2026-09-01\nMaya,Fractions,4"
                        + REST + "2026-09-02\n",
                "line 4, column 'learner': 'Maya' and 'Fractions' were there before");
    }

    private void refused(String rows, String message) throws IOException {
        assertThat(run("latest", HEADER + rows)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        err.getBuffer().setLength(0);
    }

    @Test
    void a_missing_column_an_unknown_rule_and_a_missing_file_are_refused() throws IOException {
        assertThat(run("latest", "learner,competency\nMaya,Fractions\n")).isEqualTo(2);
        assertThat(err.toString()).contains("line 1, column 'rating': This column is missing.");
        assertThat(run("lates", HEADER)).isEqualTo(2);
        assertThat(err.toString()).contains("'lates' is neither a file nor a preset", "[latest, highest,");
        Path rule = Files.writeString(folder.resolve("rule.json"), "{}");
        assertThat(run(rule.toString(), HEADER)).isEqualTo(2);
        assertThat(err.toString()).contains("rule.json: aggregation: This field is missing.");
        StringWriter told = new StringWriter();
        int code = new CommandLine(new JudgeCommand())
                .setErr(new PrintWriter(told))
                .execute("--rule=latest", folder.resolve("none.csv").toString());
        assertThat(code).isEqualTo(2);
        assertThat(told.toString()).contains("There is no such file");
    }
}
