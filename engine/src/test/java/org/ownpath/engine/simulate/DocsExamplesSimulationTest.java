package org.ownpath.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.DocsPage;

class DocsExamplesSimulationTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void the_example_prints_what_the_page_shows() {
        Scenario scenario = Scenario.standard().with(Support.both(12));
        Run run = new Run(1, 2_000, 2); // seed, learners, threads
        Finding gaps = new Finding(Measure.GAPS, Approach.BATCH, Group.SLOWER, 9);
        List<Results> all = new ArrayList<>();
        for (LearnerModel model : LearnerModel.all()) {
            if (Simulation.run(scenario, model, run, Watch.NONE) instanceof Simulation.Finished finished) {
                all.add(finished.results());
            }
        }
        for (Results results : all) {
            Estimate batch = results.estimate(gaps);
            Estimate mastery = results.estimate(gaps.under(Approach.MASTERY));
            out.printf(Locale.ROOT, "%s: %.1f and %.1f%n", results.model().name(), batch.value(), mastery.value());
        }
        Range range = Range.over(all, results -> results.difference(gaps));
        out.printf(Locale.ROOT, "difference: %.1f to %.1f%n", range.low(), range.high());

        DocsPage page = DocsPage.of("simulation.md");
        assertThat(page.blocks("text")).containsExactly(printed.toString(StandardCharsets.UTF_8));
        page.codeIsIn(getClass());
    }
}
