package org.ownpath.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                EngineCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ran(command.execute(args), out.toString(), err.toString());
    }

    private static void refusal(String message, String... args) {
        Ran ran = run(args);
        assertThat(ran.err().strip()).isEqualTo(message);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void every_model_is_printed_and_the_range_over_them() {
        Ran ran = run("simulate", "--learners", "60", "--threads", "1");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("Learner model: knowledge-tracing, 60 learners, advancement: at least 4 of the last 5")
                .contains("Learner model: exponential", "Learner model: power", "Learner model: zone")
                .contains("At age 14, after 9 years", "At age 18, after 13 years")
                .contains("Lowest to highest over the learner models")
                .contains("consequences of the assumptions, not forecasts");
        assertThat(ran.err()).contains("zone: 60 of 60 learners");
    }

    @Test
    void outcomes_are_written_and_do_not_depend_on_threads() throws IOException {
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        List<String> common = List.of("simulate", "--learners", "300", "--model", "power", "--years", "4", "--output");
        for (Path file : List.of(one, two)) {
            List<String> args = new ArrayList<>(common);
            args.addAll(List.of(file.toString(), "--threads", file.equals(one) ? "1" : "2"));
            assertThat(run(args.toArray(String[]::new)).exit()).isZero();
        }
        List<String> lines = Files.readAllLines(one);
        assertThat(Files.readAllLines(two)).isEqualTo(lines);
        assertThat(lines).hasSize(1 + 7 * 4 * 4 * 3); // measures, groups, years, both approaches and the difference
        assertThat(lines.get(0)).isEqualTo("model,measure,approach,group,year,age,value,standard_error");
        assertThat(lines.get(1)).startsWith("power,proficient,batch,all,1,6,0.");
    }

    @Test
    void a_structure_support_and_rule_of_ones_own_are_followed() throws IOException {
        Path file = folder.resolve("structure.csv");
        Files.writeString(file, "competency,level,prerequisites\ncount,0,\nadd,1,count\n");
        Ran ran = run(
                "simulate",
                "--structure",
                file.toString(),
                "--years",
                "2",
                "--learners",
                "50",
                "--rule",
                "best-2",
                "--support",
                "both",
                "--extra",
                "5",
                "--rate-spread",
                "0.1",
                "--model",
                "zone");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("the average of the best 2 ratings reaches 3")
                .contains("At age 7, after 2 years");
        refusal(
                "13 school years need as many levels, and the structure has 2. Simulate fewer years or add levels."
                        + " See 'engine simulate --help'.",
                "simulate",
                "--structure",
                file.toString());
        Files.writeString(file, "competency,level,prerequisites\ncount,0,add\n");
        assertThat(run("simulate", "--structure", file.toString()).err())
                .contains("structure.csv, Line 2: the prerequisite 'add'");
    }

    @Test
    void options_that_cannot_be_give_one_line_with_the_remedy() {
        refusal(
                "There is no learner model 'magic'. Use knowledge-tracing, exponential, power, zone or all."
                        + " See 'engine simulate --help'.",
                "simulate",
                "--model",
                "magic");
        refusal(
                "The number of school years 14 is out of range. Use a number from 1 to 13."
                        + " See 'engine simulate --help'.",
                "simulate",
                "--years",
                "14");
        refusal(
                "Invalid value for option '--learners': 'many' is not a long. See 'engine simulate --help'.",
                "simulate",
                "--learners",
                "many");
        refusal(
                "There is no rule 'luck'. Use M-of-N or "
                        + Presets.forThreshold(1).stream().map(Preset::id).collect(Collectors.joining(", "))
                        + ". See 'engine simulate --help'.",
                "simulate",
                "--rule",
                "luck");
        refusal("Unknown option: '--fast'. See 'engine simulate --help'.", "simulate", "--fast");
        refusal("No command was given. See 'engine --help'.");
    }

    @Test
    void a_folder_or_file_that_is_not_there_is_refused_before_anything_is_simulated() {
        Path missing = folder.resolve("missing").resolve("out.csv");
        assertThat(run("simulate", "--output", missing.toString()))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(ran ->
                        assertThat(ran.err()).contains("cannot be written to").hasLineCount(1));
        assertThat(run("simulate", "--structure", missing.toString()))
                .satisfies(ran -> assertThat(ran.exit()).isEqualTo(2))
                .satisfies(
                        ran -> assertThat(ran.err()).contains("cannot be read").hasLineCount(1));
    }

    @Test
    void an_output_that_is_a_folder_is_named() {
        Ran ran = run("simulate", "--learners", "5", "--model", "zone", "--output", folder.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(folder + " could not be written");
    }
}
