package org.ownpath.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ownpath.engine.CriteriaTree.AllOf;
import org.ownpath.engine.CriteriaTree.AnyOf;
import org.ownpath.engine.CriteriaTree.Child;
import org.ownpath.engine.CriteriaTree.Node;

/** Rules over three children a, b and c. */
final class RandomParentRules {

    private RandomParentRules() {}

    static Arbitrary<ParentRule> rules() {
        Arbitrary<String> child = Arbitraries.of("a", "b", "c");
        Arbitrary<Integer> small = Arbitraries.integers().between(1, 4);
        Arbitrary<Double> rating = Arbitraries.integers().between(4, 16).map(i -> i / 4.0);
        Arbitrary<ParentRule> points = Combinators.combine(
                        child.set().ofMaxSize(2), Arbitraries.maps(child, small).ofMinSize(1), small)
                .as(RandomParentRules::points);
        Arbitrary<ParentRule> mean = Combinators.combine(
                        Arbitraries.maps(child, rating).ofMinSize(1), rating)
                .as(ParentRule.WeightedMean::new);
        Arbitrary<ParentRule> slate = Combinators.combine(
                        rating, Arbitraries.maps(child, small).ofMinSize(1), rating.optional())
                .as((Double level, Map<String, Integer> needed, Optional<Double> least) ->
                        new SlateLevel(level, needed, least));
        return Arbitraries.oneOf(
                List.of(Arbitraries.just(new ParentRule.All()), points, mean, slate, nodes(3).map(CriteriaTree::new)));
    }

    private static ParentRule points(Set<String> required, Map<String, Integer> points, int threshold) {
        int most = points.values().stream().mapToInt(i -> i).sum();
        return new ParentRule.Points(required, points, Math.min(threshold, most));
    }

    private static Arbitrary<Node> nodes(int levels) {
        Arbitrary<Node> leaf = Arbitraries.of("a", "b", "c").map(Child::new);
        if (levels == 1) {
            return leaf;
        }
        Arbitrary<List<Node>> parts = nodes(levels - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(List.of(leaf, parts.map(AllOf::new), parts.map(AnyOf::new)));
    }
}
