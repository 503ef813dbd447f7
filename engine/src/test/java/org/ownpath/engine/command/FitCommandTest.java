package org.ownpath.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.engine.estimate.LearnerSplit;
import picocli.CommandLine;

class FitCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path answers;

    /** 200 learners, 8 items of 2 skills, each tried twice. */
    @BeforeEach
    void write_answers() throws IOException {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("learner,skill,item,correct,at\n");
        for (int learner = 0; learner < 200; learner++) {
            double theta = random.nextGaussian();
            for (int i = 0; i < 16; i++) {
                int item = i % 8;
                boolean right = random.nextDouble() < 1 / (1 + Math.exp(item / 4.0 - 1 - theta - i * 0.03));
                csv.append("learner ")
                        .append(learner)
                        .append(",skill ")
                        .append(item % 2)
                        .append(",q")
                        .append(item)
                        .append(right ? ",1," : ",0,")
                        .append(1_800_000_000L + i * 60L)
                        .append('\n');
            }
        }
        answers = file("answers.csv", csv.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int fit(String... arguments) {
        return new CommandLine(new FitCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkt", "1pl", "2pl", "3pl", "graded", "elo", "next-answer"})
    void every_model_writes_its_parameters_and_says_how_it_predicts_unseen_learners(String model) throws IOException {
        Path parameters = folder.resolve("parameters.csv");
        assertThat(fit("--model", model, "--out", parameters.toString(), answers.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(parameters);
        assertThat(lines.get(0)).contains("_se");
        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.split(",", -1))
                        .hasSameSizeAs(lines.get(0).split(",", -1)));
        assertThat(out.toString()).containsPattern("held out: [0-9]+ predictions, AUC 0\\.[5-9][0-9]+, log loss 0\\.");
    }

    @Test
    void the_same_file_and_seed_give_the_same_output() {
        fit("--model", "bkt", "--forgetting", answers.toString());
        String first = out.toString();
        out.getBuffer().setLength(0);
        fit("--model", "bkt", "--forgetting", answers.toString());
        assertThat(out.toString()).isEqualTo(first).startsWith("skill,learners,answers,prior,prior_se");
        assertThat(err.toString()).contains("skill 1 of 2, skill 0: step 1, log likelihood -");
    }

    @Test
    void times_put_answers_in_order() {
        List<AnswerRow> rows = AnswerFile.read(new AnswerFile.Source(answers, 1, 0));
        List<AnswerRow> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        FitTask task = FitTask.of(backwards, new LearnerSplit(0.2, 1), new PrintWriter(err));
        assertThat(task.kept())
                .isSortedAccordingTo(Comparator.comparing(row -> row.at().orElseThrow()));
        assertThat(task.kept().size() + task.heldOut().size()).isEqualTo(rows.size());
        assertThat(task.kept().stream().map(AnswerRow::learner))
                .doesNotContainAnyElementsOf(
                        task.heldOut().stream().map(AnswerRow::learner).toList());
        List<AnswerRow> untimed = backwards.stream()
                .map(row -> new AnswerRow(row.learner(), row.skill(), row.item(), row.level(), Optional.empty()))
                .toList();
        assertThat(FitTask.of(untimed, new LearnerSplit(0, 1), new PrintWriter(err))
                        .kept())
                .isEqualTo(untimed);
    }

    @Test
    void a_matrix_in_gzip_is_read_with_or_without_a_header() throws IOException {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder();
        for (int learner = 0; learner < 300; learner++) {
            double theta = random.nextGaussian();
            for (int item = 0; item < 6; item++) {
                boolean right = random.nextDouble() < 1 / (1 + Math.exp(-1.5 * theta));
                rows.append(item == 0 ? "" : ",").append(learner == 7 && item == 2 ? "NA" : right ? "1" : "0");
            }
            rows.append('\n');
        }
        Path gzip = folder.resolve("matrix.csv.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            to.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(fit("--model", "2pl", "--held-out", "0", gzip.toString())).isZero();
        assertThat(out.toString()).startsWith("item,discrimination").contains("\nitem 6,".replace("\n", "\r\n"));
        assertThat(err.toString()).contains("1799 answers").contains("No learner was held out");
        out.getBuffer().setLength(0);
        Path named = file("named.csv", "a,b,c,d,e,f\n" + rows);
        assertThat(fit("--model", "1pl", named.toString())).isZero();
        assertThat(out.toString()).contains("\r\nf,");
    }

    @Test
    void a_wrong_cell_is_named_by_file_line_and_column_with_a_remedy() throws IOException {
        Path wrong = file("wrong.csv", "learner,skill,item,correct\nAna,sums,q1,1\nAna,sums,q2,yes\n");
        assertThat(fit("--model", "elo", wrong.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(wrong + ", line 3, column 'correct': 'yes' is neither 0 nor 1. Write 1 for"
                        + " right and 0 for wrong, or leave the answer out.\n");
    }

    @Test
    void other_faults_of_a_file_are_named_too() throws IOException {
        refused("learner,skill,item,correct\nAna,,q1,1\n", "line 2, column 'skill': it is empty");
        refused("learner,skill,item,correct\nAna,sums\n", "line 2, column 'item': the line ends after 2 of 4");
        refused("learner,item,correct\nAna,q1,1\n", "line 1, column 'skill': the header has no such column");
        refused("learner,skill,item,correct,at\nAna,sums,q1,1,noon\n", "column 'at': 'noon' is no moment");
        refused("a,b\n1,0\n1,2\n", "line 3, column 'b': '2' is neither 0 nor 1");
        refused("a,b\n1,0\n1\n", "line 3, column 'b': the line has 1 columns where the first has 2");
        refused("learner,skill,item,correct\n", "has no answers");
    }

    private void refused(String content, String message) throws IOException {
        err.getBuffer().setLength(0);
        assertThat(fit("--model", "elo", file("faulty.csv", content).toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("faulty.csv").contains(message);
    }

    @Test
    void a_model_or_a_file_that_is_not_there_and_items_that_say_nothing_are_refused() throws IOException {
        assertThat(fit("--model", "magic", answers.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no model 'magic'").contains("bkt, 1pl, 2pl");
        assertThat(fit("--model", "elo", folder.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no file").contains("none.csv");
        Path same = file("same.csv", "a,b\n1,0\n1,1\n1,0\n");
        assertThat(fit("--model", "2pl", "--held-out", "0", same.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("same.csv: Item 'a' has no answer of 0 among 3, all are right");
        assertThat(fit("--model", "bkt", "--held-out", "1", answers.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Try 0.2");
    }
}
