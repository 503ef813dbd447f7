package org.ownpath.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.DocsPage;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;
import org.ownpath.engine.structure.Prerequisites.OneOf;

class DocsExamplesStructureTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private static PrerequisiteGraph<String> graph(List<String> nodes, List<Edge<String>> edges) {
        return Graphs.of(nodes, edges);
    }

    @Test
    void the_examples_print_what_the_page_shows() {
        PrerequisiteGraph<String> graph = graph(
                List.of("count", "add", "multiply", "share"),
                List.of(new Edge<>("count", "add"), new Edge<>("add", "multiply"), new Edge<>("count", "share")));
        Map<String, Double> mastery = Map.of("count", 0.9, "add", 0.5, "multiply", 0.1, "share", 0.2);
        for (Ready<String> next : Readiness.independent(graph, mastery)) {
            out.printf(Locale.ROOT, "%s %.2f%n", next.competency(), next.ready());
        }
        path(graph);
        records(graph, graph(graph.order(), List.of()));

        DocsPage page = DocsPage.of("structure.md");
        assertThat(String.join("", page.blocks("text"))).isEqualTo(printed.toString(StandardCharsets.UTF_8));
        page.codeIsIn(getClass());
    }

    private void path(PrerequisiteGraph<String> graph) {
        Burden<String> weeks = new Burden<>(k -> k.equals("share") ? 2 : 3, k -> 0); // effort, level
        LearningPath<String> path = ShortestPath.to("multiply", Set.of("count"), graph, weeks);
        out.printf(Locale.ROOT, "%s in %.0f weeks%n", path.steps(), path.effort());
        Prerequisites<String> either = Prerequisites.of(
                List.of("logic", "games", "reading", "coding"),
                List.of(new OneOf<>("coding", Set.of("logic", "games")), new OneOf<>("games", Set.of("reading"))));
        LearningPath<String> coding = ShortestPath.to("coding", Set.of(), either, Burden.equal());
        out.println(coding.steps() + " " + coding.least());
    }

    private void records(PrerequisiteGraph<String> graph, PrerequisiteGraph<String> none) {
        List<Set<String>> learners = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            learners.add(
                    i < 150 ? Set.of("count", "add", "multiply") : i < 300 ? Set.of("count", "add") : Set.of("count"));
        }
        for (int i = 0; i < 300; i++) {
            learners.add(i < 10 ? Set.of("share") : i < 100 ? Set.of("count", "share") : Set.of());
        }
        MasteryMatrix<String> records = MasteryMatrix.of(graph.order(), learners);
        Criteria criteria = Criteria.standard(Noise.none());
        for (Suggestion<String> s :
                new PrerequisiteSearch<>(records, criteria).suggest(none).edges()) {
            Share share = s.withoutBefore();
            out.printf(Locale.ROOT, "%s before %s: %d of %d", s.before(), s.after(), share.count(), share.of());
            out.printf(Locale.ROOT, " without it, %.3f to %.3f%n", share.low(), share.high());
        }
        for (Doubt<String> doubt : PrerequisiteDoubts.in(graph, records, criteria)) {
            out.printf(
                    Locale.ROOT,
                    "%s before %s: %.2f",
                    doubt.before(),
                    doubt.after(),
                    doubt.exceptions().value());
            out.println(doubt.doubtful() ? " without it, doubtful" : " without it");
        }
    }
}
