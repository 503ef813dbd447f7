package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ownpath.engine.Maya.rated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.CriteriaTree.AllOf;
import org.ownpath.engine.CriteriaTree.AnyOf;
import org.ownpath.engine.CriteriaTree.Child;

class ParentRuleTest {

    private static final Rule FRESH =
            Rule.of(new Aggregation.Latest(), Requirements.reaching(3).freshFor(30));

    static final Judgement NOTHING = judged(100);
    static final Judgement MASTERED = judged(100, rated(4, 99));
    static final Judgement STALE = judged(100, rated(4, 1));
    static final Judgement NOT_YET = judged(100, rated(2, 99));

    private static Judgement judged(int day, Piece... pieces) {
        return Judge.judge(FRESH, List.of(pieces), Maya.day(day));
    }

    private static Map<String, Judgement> children(Judgement... judgements) {
        Map<String, Judgement> children = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            children.put(String.valueOf((char) ('a' + children.size())), judgement);
        }
        return children;
    }

    private static State state(ParentRule rule, Judgement... judgements) {
        return rule.judge(children(judgements)).state();
    }

    @Test
    void all_stands_while_every_child_stands() {
        ParentRule all = new ParentRule.All();
        assertThat(state(all, MASTERED, MASTERED)).isEqualTo(State.MASTERED);
        assertThat(state(all, MASTERED, STALE)).isEqualTo(State.NEEDS_REFRESH);
        assertThat(state(all, MASTERED, NOT_YET)).isEqualTo(State.NOT_YET);
        assertThat(state(all, MASTERED, NOTHING)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(all, NOTHING, NOTHING)).isEqualTo(State.NO_EVIDENCE);
        assertThat(state(all)).isEqualTo(State.NO_EVIDENCE);
        assertThat(all.judge(children(MASTERED, NOT_YET)).sentence())
                .isEqualTo("Not yet: “a”: mastered; “b”: not yet.");
        assertThat(all.judge(children(MASTERED, NOT_YET)).unmet()).hasSize(1);
        assertThat(all.judge(Map.of()).sentence()).isEqualTo("No evidence yet.");
    }

    @Test
    void points_need_the_required_children_and_enough_points_and_fall_with_a_child() {
        ParentRule points = new ParentRule.Points(Set.of("a"), Map.of("b", 2, "c", 3), 3);
        assertThat(state(points, MASTERED, NOT_YET, MASTERED)).isEqualTo(State.MASTERED);
        assertThat(state(points, MASTERED, MASTERED, NOT_YET)).isEqualTo(State.NOT_YET);
        assertThat(state(points, NOT_YET, MASTERED, MASTERED)).isEqualTo(State.NOT_YET);
        assertThat(state(points, MASTERED, MASTERED, NOTHING)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(points, MASTERED, NOTHING, STALE)).isEqualTo(State.NEEDS_REFRESH);
        ParentJudgement judgement = points.judge(children(MASTERED, MASTERED, NOT_YET));
        assertThat(judgement.value()).hasValue(2);
        assertThat(judgement.sentence()).isEqualTo("Not yet: “a”: mastered; 2 of 3 points.");
        assertThat(points.sentence()).isEqualTo("Mastered with a mastered and 3 points from what is mastered.");
    }

    @Test
    void the_weighted_mean_waits_for_every_value() {
        ParentRule mean = new ParentRule.WeightedMean(new TreeMap<>(Map.of("a", 1.0, "b", 3.0)), 2.5);
        ParentJudgement judgement = mean.judge(children(MASTERED, NOT_YET));
        assertThat(judgement.value()).hasValueCloseTo(2.5, within(1e-12)); // (4 + 3 * 2) / 4
        assertThat(judgement.state()).isEqualTo(State.MASTERED);
        assertThat(state(mean, NOT_YET, NOT_YET)).isEqualTo(State.NOT_YET);
        assertThat(state(mean, MASTERED, NOTHING)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(mean, NOTHING, NOTHING)).isEqualTo(State.NO_EVIDENCE);
        assertThat(state(mean, STALE, MASTERED)).isEqualTo(State.NEEDS_REFRESH);
        assertThat(mean.judge(children(MASTERED, NOTHING)).value()).hasValue(4);
        assertThat(mean.judge(children(MASTERED, NOTHING)).sentence())
                .isEqualTo("Too little evidence yet: “a”: 4; “b”: no value yet; the average is 4, and 2.5 is needed.");
        assertThat(mean.judge(children(NOTHING, NOTHING)).sentence()).contains("the average is not there yet");
        assertThat(mean.sentence())
                .isEqualTo("Mastered when the average of a (weight 1) and b (weight 3) is 2.5 or higher.");
    }

    @Test
    void a_tree_of_all_and_any_is_worked_out_bottom_up() {
        ParentRule tree = new CriteriaTree(
                new AnyOf(List.of(new Child("a"), new AllOf(List.of(new Child("b"), new Child("c"))))));
        assertThat(state(tree, MASTERED, NOTHING, NOTHING)).isEqualTo(State.MASTERED);
        assertThat(state(tree, NOT_YET, MASTERED, MASTERED)).isEqualTo(State.MASTERED);
        assertThat(state(tree, NOT_YET, MASTERED, STALE)).isEqualTo(State.NEEDS_REFRESH);
        assertThat(state(tree, STALE, MASTERED, MASTERED)).isEqualTo(State.MASTERED);
        assertThat(state(tree, NOT_YET, MASTERED, NOT_YET)).isEqualTo(State.NOT_YET);
        assertThat(state(tree, NOT_YET, MASTERED, NOTHING)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(tree, NOTHING, NOT_YET, NOTHING)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        assertThat(state(tree, NOTHING, NOTHING, NOTHING)).isEqualTo(State.NO_EVIDENCE);
        assertThat(tree.sentence()).isEqualTo("Mastered with a or (b and c).");
        assertThat(tree.judge(children(NOT_YET, MASTERED, NOTHING)).checks()).hasSize(3);
    }

    /** Source: the worked example in Open edX's decision on the criteria model. */
    @Test
    void an_and_with_one_group_not_demonstrated_is_not_demonstrated_whatever_the_other_becomes() {
        ParentRule root = new CriteriaTree(new AllOf(
                List.of(new AllOf(List.of(new Child("a"))), new AllOf(List.of(new Child("b"), new Child("c"))))));
        assertThat(state(root, NOT_YET, MASTERED, NOTHING)).isEqualTo(State.NOT_YET);
        assertThat(state(root, NOT_YET, MASTERED, MASTERED)).isEqualTo(State.NOT_YET);
    }

    @Property
    void a_child_that_falls_never_lifts_its_parent(
            @ForAll @Size(3) List<State> states, @ForAll("rules") ParentRule rule) {
        for (int i = 0; i < 3; i++) {
            Judgement[] before = states.stream().map(ParentRuleTest::of).toArray(Judgement[]::new);
            before[i] = MASTERED;
            Judgement[] after = before.clone();
            after[i] = NOT_YET;
            assertThat(state(rule, after).standing() && !state(rule, before).standing())
                    .isFalse();
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<ParentRule> rules() {
        return RandomParentRules.rules();
    }

    private static Judgement of(State state) {
        return switch (state) {
            case NO_EVIDENCE, TOO_LITTLE_EVIDENCE -> NOTHING;
            case NOT_YET -> NOT_YET;
            case MASTERED -> MASTERED;
            case NEEDS_REFRESH -> STALE;
        };
    }

    @Test
    void rules_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> state(new ParentRule.Points(Set.of("z"), Map.of(), 0), MASTERED))
                .hasMessageContaining("'z'")
                .hasMessageContaining("[a]");
        assertThatThrownBy(() -> new ParentRule.Points(Set.of(), Map.of("a", 2), 3))
                .hasMessageContaining("worth 2");
        assertThatThrownBy(() -> new ParentRule.Points(Set.of(), Map.of("a", 2), 0))
                .hasMessageContaining("asks for nothing");
        assertThatThrownBy(() -> new ParentRule.WeightedMean(Map.of(), 3)).hasMessageContaining("no children");
        assertThatThrownBy(() -> new SlateLevel(9, Map.of(), Optional.empty())).hasMessageContaining("no skills");
        assertThatThrownBy(() -> new AllOf(List.of())).hasMessageContaining("from 1 to 100");
    }
}
