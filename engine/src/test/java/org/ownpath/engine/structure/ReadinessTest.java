package org.ownpath.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.PrerequisiteGraph;

class ReadinessTest {

    private static final PrerequisiteGraph<String> NUMBERS =
            Graphs.of(List.of("count", "add", "multiply", "share"), "count add", "add multiply", "count share");

    @Test
    void readiness_is_having_what_comes_before_and_not_the_thing_itself() {
        List<Ready<String>> ready =
                Readiness.independent(NUMBERS, Map.of("count", 0.9, "add", 0.5, "multiply", 0.1, "share", 0.2));
        assertThat(ready).extracting(Ready::competency).containsExactly("share", "add", "multiply", "count");
        assertThat(ready.get(0).ready()).isCloseTo(0.9 * 0.8, within(1e-12));
        assertThat(ready.get(2).ready()).isCloseTo(0.5 * 0.9, within(1e-12));
        assertThat(ready.get(2).together()).isEqualTo(ready.get(2).ready());
        assertThat(ready.get(3).prerequisites()).isEqualTo(1);
    }

    /** Two draws: all of counting and adding, or nothing. Independence would say one half times one half. */
    @Test
    void draws_keep_together_what_is_known_together() {
        List<Ready<String>> ready = Readiness.fromDraws(
                NUMBERS,
                List.of(
                        Map.of("count", 1.0, "add", 1.0, "multiply", 0.0, "share", 0.0),
                        Map.of("count", 0.0, "add", 0.0, "multiply", 0.0, "share", 0.0)));
        Ready<String> add = ready.stream()
                .filter(each -> each.competency().equals("add"))
                .findFirst()
                .orElseThrow();
        assertThat(add).isEqualTo(new Ready<>("add", 0.5, 0.5, 0.0));
        assertThat(add.ready()).isEqualTo(0.25);
        assertThat(ready.get(0).ready()).isEqualTo(0.5);
    }

    @Property(tries = 300)
    void where_all_is_certain_the_ready_are_the_outer_fringe(@ForAll Set<@IntRange(max = 3) Integer> known) {
        List<String> names = List.of("count", "add", "multiply", "share");
        Map<String, Double> mastery = new HashMap<>();
        Set<String> mastered = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            mastery.put(names.get(i), known.contains(i) ? 1.0 : 0.0);
            if (known.contains(i)) {
                mastered.add(names.get(i));
            }
        }
        Set<String> ready = Readiness.independent(NUMBERS, mastery).stream()
                .filter(each -> each.ready() == 1)
                .map(Ready::competency)
                .collect(Collectors.toSet());
        assertThat(ready).isEqualTo(NUMBERS.outerFringe(mastered));
    }

    @Property(tries = 300)
    void one_draw_of_probabilities_is_the_same_as_independence(
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 1) Double> p) {
        Map<String, Double> mastery =
                Map.of("count", p.get(0), "add", p.get(1), "multiply", p.get(2), "share", p.get(3));
        List<Ready<String>> ready = Readiness.independent(NUMBERS, mastery);
        assertThat(Readiness.fromDraws(NUMBERS, List.of(mastery))).isEqualTo(ready);
        assertThat(ready).isSortedAccordingTo((a, b) -> Double.compare(b.ready(), a.ready()));
        assertThat(ready).allMatch(each -> each.ready() >= 0 && each.ready() <= 1);
    }

    @Test
    void a_missing_or_impossible_probability_is_refused() {
        assertThatThrownBy(() -> Readiness.independent(NUMBERS, Map.of("count", 1.0)))
                .hasMessageContaining("'add' is null");
        assertThatThrownBy(() ->
                        Readiness.independent(NUMBERS, Map.of("count", 1.5, "add", 0.0, "multiply", 0.0, "share", 0.0)))
                .hasMessageContaining("'count' is 1.5");
        assertThatThrownBy(() -> Readiness.fromDraws(NUMBERS, List.of())).hasMessageContaining("no draws");
    }
}
