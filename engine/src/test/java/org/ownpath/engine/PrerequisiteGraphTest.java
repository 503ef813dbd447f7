package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph.Acyclic;
import org.ownpath.engine.PrerequisiteGraph.Cyclic;
import org.ownpath.engine.PrerequisiteGraph.Edge;

class PrerequisiteGraphTest {

    /** Counting before adding, adding before multiplying and before fractions, multiplying before fractions. */
    private static final PrerequisiteGraph<String> NUMBERS = graph(
            List.of("fractions", "multiply", "add", "count"),
            List.of(
                    new Edge<>("count", "add"),
                    new Edge<>("add", "multiply"),
                    new Edge<>("add", "fractions"),
                    new Edge<>("multiply", "fractions")));

    private static <K> PrerequisiteGraph<K> graph(List<K> nodes, List<Edge<K>> edges) {
        return ((Acyclic<K>) PrerequisiteGraph.build(nodes, edges)).graph();
    }

    @Test
    void prerequisites_and_dependents_are_direct() {
        assertThat(NUMBERS.order()).containsExactly("count", "add", "multiply", "fractions");
        assertThat(NUMBERS.prerequisites("fractions")).containsExactlyInAnyOrder("add", "multiply");
        assertThat(NUMBERS.dependents("add")).containsExactlyInAnyOrder("multiply", "fractions");
    }

    @Test
    void the_fringes_are_what_to_learn_next_and_what_is_known_best() {
        Set<String> mastered = Set.of("count", "add", "of another edition");
        assertThat(NUMBERS.outerFringe(mastered)).containsExactly("multiply");
        assertThat(NUMBERS.innerFringe(mastered)).containsExactly("add");
        assertThat(NUMBERS.outerFringe(Set.of())).containsExactly("count");
        assertThat(NUMBERS.innerFringe(Set.of())).isEmpty();
    }

    @Test
    void the_path_to_a_goal_is_what_is_left_before_it_in_order() {
        assertThat(NUMBERS.pathTo("fractions", Set.of("count"))).containsExactly("add", "multiply");
        assertThat(NUMBERS.pathTo("fractions", Set.of("add", "multiply"))).isEmpty();
        assertThat(NUMBERS.pathTo("fractions", Set.of("fractions"))).isEmpty();
    }

    @Test
    void what_is_already_mastered_is_not_taken_apart_again() {
        assertThat(NUMBERS.pathTo("fractions", Set.of("add"))).containsExactly("multiply");
    }

    @Test
    void a_cycle_is_reported_without_what_leads_to_it_or_from_it() {
        var built = PrerequisiteGraph.build(
                List.of("a", "d", "b", "c"),
                List.of(new Edge<>("a", "b"), new Edge<>("b", "c"), new Edge<>("c", "b"), new Edge<>("c", "d")));
        assertThat(built).isEqualTo(new Cyclic<>(List.of("c", "b", "c")));
    }

    @Test
    void a_competency_before_itself_is_a_cycle() {
        assertThat(PrerequisiteGraph.build(List.of("a"), List.of(new Edge<>("a", "a"))))
                .isEqualTo(new Cyclic<>(List.of("a", "a")));
    }

    @Test
    void a_competency_that_is_not_in_the_graph_is_refused() {
        assertThatThrownBy(() -> PrerequisiteGraph.build(List.of("a"), List.of(new Edge<>("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'b' is not in the graph");
        assertThatThrownBy(() -> NUMBERS.pathTo("chess", Set.of())).hasMessageContaining("'chess'");
    }

    @Test
    void ten_thousand_competencies_in_one_chain_are_quick() {
        List<Integer> nodes = new ArrayList<>(IntStream.range(0, 10_000).boxed().toList());
        List<Edge<Integer>> edges = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            edges.add(new Edge<>(i - 1, i));
        }
        Collections.reverse(nodes);
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(graph(nodes, edges).pathTo(9_999, Set.of())).hasSize(9_999);
            edges.add(new Edge<>(9_999, 0));
            assertThat(PrerequisiteGraph.build(nodes, edges))
                    .isInstanceOfSatisfying(
                            Cyclic.class,
                            cyclic -> assertThat(cyclic.path().size()).isEqualTo(10_001));
        });
    }

    @Property
    void a_graph_is_sorted_or_a_real_cycle_is_reported(
            @ForAll @Size(max = 25) List<@IntRange(max = 99) Integer> pairs) {
        List<Integer> nodes = IntStream.range(0, 10).boxed().toList();
        List<Edge<Integer>> edges =
                pairs.stream().map(p -> new Edge<>(p / 10, p % 10)).toList();
        PrerequisiteGraph.Built<Integer> built = PrerequisiteGraph.build(nodes, edges);
        if (built instanceof Cyclic<Integer> cyclic) {
            List<Integer> path = cyclic.path();
            assertThat(path.get(0)).isEqualTo(path.get(path.size() - 1));
            assertThat(new HashSet<>(path)).hasSize(path.size() - 1);
            for (int i = 1; i < path.size(); i++) {
                assertThat(edges).contains(new Edge<>(path.get(i - 1), path.get(i)));
            }
        } else if (built instanceof Acyclic<Integer> acyclic) {
            List<Integer> order = acyclic.graph().order();
            assertThat(order).containsExactlyInAnyOrderElementsOf(nodes);
            assertThat(edges).allMatch(edge -> order.indexOf(edge.before()) < order.indexOf(edge.after()));
        }
    }

    @Property
    void the_fringes_and_paths_keep_their_laws(
            @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> pairs,
            @ForAll Set<@IntRange(max = 9) Integer> mastered,
            @ForAll @IntRange(max = 9) int goal) {
        List<Integer> nodes = IntStream.range(0, 10).boxed().toList();
        List<Edge<Integer>> upward = pairs.stream()
                .filter(p -> p / 10 < p % 10)
                .map(p -> new Edge<>(p / 10, p % 10))
                .toList();
        PrerequisiteGraph<Integer> graph = graph(nodes, upward);
        assertThat(graph.outerFringe(mastered))
                .isEqualTo(new HashSet<>(nodes.stream()
                        .filter(n -> !mastered.contains(n))
                        .filter(n ->
                                upward.stream().allMatch(e -> !e.after().equals(n) || mastered.contains(e.before())))
                        .toList()));
        assertThat(graph.innerFringe(mastered))
                .isEqualTo(new HashSet<>(mastered.stream()
                        .filter(n ->
                                upward.stream().noneMatch(e -> e.before().equals(n) && mastered.contains(e.after())))
                        .toList()));
        learning_the_path_in_order_makes_the_goal_ready(graph, mastered, goal);
    }

    private static void learning_the_path_in_order_makes_the_goal_ready(
            PrerequisiteGraph<Integer> graph, Set<Integer> mastered, int goal) {
        Set<Integer> learned = new HashSet<>(mastered);
        for (int step : graph.pathTo(goal, mastered)) {
            assertThat(graph.outerFringe(learned)).contains(step);
            learned.add(step);
        }
        assertThat(mastered.contains(goal) || graph.outerFringe(learned).contains(goal))
                .isTrue();
    }
}
