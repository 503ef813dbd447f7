package org.ownpath.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph;
import org.ownpath.engine.PrerequisiteGraph.Edge;
import org.ownpath.engine.structure.Prerequisites.OneOf;

class ShortestPathTest {

    private static final PrerequisiteGraph<String> NUMBERS = Graphs.of(
            List.of("fractions", "share", "multiply", "add", "count"),
            "count add",
            "add multiply",
            "count share",
            "multiply fractions",
            "share fractions");

    private static final Map<String, Integer> LEVELS =
            Map.of("count", 0, "add", 1, "share", 2, "multiply", 3, "fractions", 4);

    @Test
    void the_path_is_all_that_is_missing_lower_levels_first_and_the_goal_last() {
        Burden<String> burden = new Burden<>(k -> 10 - k.length(), k -> LEVELS.getOrDefault(k, 0));
        LearningPath<String> path = ShortestPath.to("fractions", Set.of("count"), NUMBERS, burden);
        assertThat(path.steps()).containsExactly("add", "share", "multiply", "fractions");
        assertThat(path.effort()).isEqualTo(7 + 5 + 2 + 1);
        assertThat(path.least()).isTrue();
    }

    @Test
    void on_one_level_the_lighter_step_comes_first() {
        Burden<String> burden = new Burden<>(k -> k.equals("share") ? 9 : 1, k -> 0);
        assertThat(ShortestPath.to("fractions", Set.of(), NUMBERS, burden).steps())
                .containsExactly("count", "add", "multiply", "share", "fractions");
    }

    @Test
    void a_mastered_goal_needs_nothing_and_a_ready_one_only_itself() {
        Burden<String> equal = Burden.equal();
        assertThat(ShortestPath.to("add", Set.of("add"), NUMBERS, equal))
                .isEqualTo(new LearningPath<>(List.of(), 0, true));
        assertThat(ShortestPath.to("add", Set.of("count"), NUMBERS, equal).steps())
                .containsExactly("add");
    }

    /** Coding needs logic or games; games needs reading, logic needs sets and proof. Reading is there: games is cheaper. */
    @Test
    void either_of_two_ways_the_cheaper_is_taken() {
        List<OneOf<String>> groups = List.of(
                new OneOf<>("coding", Set.of("logic", "games")),
                new OneOf<>("games", Set.of("reading")),
                new OneOf<>("logic", Set.of("sets")),
                new OneOf<>("logic", Set.of("proof")));
        Prerequisites<String> structure =
                Prerequisites.of(List.of("coding", "games", "logic", "reading", "sets", "proof"), groups);
        assertThat(ShortestPath.to("coding", Set.of("reading"), structure, Burden.equal())
                        .steps())
                .containsExactly("games", "coding");
        assertThat(ShortestPath.to("coding", Set.of("sets", "proof"), structure, Burden.equal())
                        .steps())
                .containsExactly("logic", "coding");
        assertThat(structure.ready(Set.of("sets", "reading"))).containsExactlyInAnyOrder("games", "proof");
    }

    /** Taken alone, each group's cheapest member costs 2 + 2; the shared one costs 3. */
    @Test
    void one_thing_that_serves_twice_can_be_cheapest() {
        Prerequisites<String> structure = Prerequisites.of(
                List.of("goal", "a", "b", "both"),
                List.of(new OneOf<>("goal", Set.of("a", "both")), new OneOf<>("goal", Set.of("b", "both"))));
        Burden<String> burden = new Burden<>(k -> k.equals("both") ? 3 : k.equals("goal") ? 1 : 2, k -> 0);
        LearningPath<String> path = ShortestPath.to("goal", Set.of(), structure, burden);
        assertThat(path.steps()).containsExactly("both", "goal");
        assertThat(path.effort()).isEqualTo(4);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> ShortestPath.to("chess", Set.of(), NUMBERS, Burden.equal()))
                .hasMessageContaining("'chess' is not in the structure");
        assertThatThrownBy(() -> ShortestPath.to("add", Set.of(), NUMBERS, new Burden<>(k -> -1, k -> 0)))
                .hasMessageContaining("effort -1.0");
        assertThatThrownBy(() -> new OneOf<>("a", Set.<String>of())).hasMessageContaining("one of nothing");
        assertThatThrownBy(() -> Prerequisites.of(
                        List.of("a", "b"), List.of(new OneOf<>("a", Set.of("b")), new OneOf<>("b", Set.of("a")))))
                .hasMessageContaining("before themselves");
    }

    @Test
    void ten_thousand_in_one_chain_are_no_trouble() {
        List<Integer> nodes = IntStream.range(0, 10_000).boxed().toList();
        List<Edge<Integer>> edges =
                IntStream.range(1, 10_000).mapToObj(i -> new Edge<>(i - 1, i)).toList();
        LearningPath<Integer> path = ShortestPath.to(9_999, Set.of(), Graphs.of(nodes, edges), Burden.equal());
        assertThat(path.steps()).isEqualTo(nodes);
    }

    @Property(tries = 500)
    void without_alternatives_the_steps_are_those_of_the_graph(
            @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> pairs,
            @ForAll Set<@IntRange(max = 9) Integer> mastered,
            @ForAll @IntRange(max = 9) int goal) {
        List<Integer> nodes = IntStream.range(0, 10).boxed().toList();
        PrerequisiteGraph<Integer> graph = Graphs.of(
                nodes,
                pairs.stream()
                        .filter(p -> p / 10 < p % 10)
                        .map(p -> new Edge<>(p / 10, p % 10))
                        .toList());
        Set<Integer> expected = new HashSet<>(graph.pathTo(goal, mastered));
        if (!mastered.contains(goal)) {
            expected.add(goal);
        }
        LearningPath<Integer> path = ShortestPath.to(goal, mastered, graph, Burden.equal());
        assertThat(path.steps()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(path.steps())).isEqualTo(expected);
        eachStepCanBeStarted(path, mastered, Prerequisites.of(graph));
    }

    /** Nine competencies before the goal: all 512 sets of them are tried. */
    @Property(tries = 300)
    void with_alternatives_nothing_is_cheaper(
            @ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> groups,
            @ForAll @Size(10) List<@IntRange(min = 1, max = 9) Integer> efforts,
            @ForAll Set<@IntRange(max = 9) Integer> mastered) {
        List<Integer> nodes = IntStream.range(0, 10).boxed().toList();
        List<OneOf<Integer>> either = new ArrayList<>();
        for (int code : groups) {
            int competency = 1 + code % 9;
            Set<Integer> before =
                    new LinkedHashSet<>(List.of(code / 10 % 10 % competency, code / 100 % 10 % competency).stream()
                            .distinct()
                            .toList());
            either.add(new OneOf<>(competency, before));
        }
        Prerequisites<Integer> structure = Prerequisites.of(nodes, either);
        LearningPath<Integer> path = ShortestPath.to(9, mastered, structure, new Burden<>(efforts::get, k -> k / 3));
        assertThat(path.least()).isTrue();
        assertThat(path.effort()).isEqualTo(cheapestByTryingAll(structure, efforts, mastered));
        assertThat(path.effort())
                .isEqualTo(path.steps().stream().mapToInt(efforts::get).sum());
        eachStepCanBeStarted(path, mastered, structure);
    }

    private static <K> void eachStepCanBeStarted(LearningPath<K> path, Set<K> mastered, Prerequisites<K> structure) {
        Set<K> known = new HashSet<>(mastered);
        for (K step : path.steps()) {
            assertThat(structure.ready(known)).contains(step);
            known.add(step);
        }
    }

    private static double cheapestByTryingAll(
            Prerequisites<Integer> structure, List<Integer> efforts, Set<Integer> mastered) {
        if (mastered.contains(9)) {
            return 0;
        }
        int cheapest = Integer.MAX_VALUE;
        for (int bits = 512; bits < 1024; bits++) {
            Set<Integer> known = new HashSet<>(mastered);
            int effort = 0;
            for (int k = 0; k < 10; k++) {
                if ((bits >> k & 1) == 1 && known.add(k)) {
                    effort += efforts.get(k);
                }
            }
            Set<Integer> learned = new HashSet<>(known);
            learned.removeAll(mastered);
            boolean closed = learned.stream()
                    .allMatch(k -> structure.groups(k).stream()
                            .allMatch(group -> group.stream().anyMatch(known::contains)));
            cheapest = closed ? Math.min(cheapest, effort) : cheapest;
        }
        return cheapest;
    }
}
