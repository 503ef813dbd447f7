package org.ownpath.engine.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.engine.PrerequisiteGraph;

/**
 * Prerequisites that learners' records suggest or doubt. For each ordered pair (a, b) with enough learners recorded
 * without a, it tests whether those have b clearly less often than a real exception would (an exact binomial test), and
 * believes as many pairs as the false discovery rate allows. Source of the idea that nobody has b without a: knowledge
 * space theory (J.-P. Doignon and J.-C. Falmagne, Knowledge Spaces, 1999); of testing it pair by pair: item tree
 * analysis (J. van Leeuwe, Nederlands Tijdschrift voor de Psychologie 29, 1974).
 *
 * <p>What comes out are suggestions for a curator. Records are biased by the order of teaching: what was always taught
 * first looks like a prerequisite. A common cause, such as ability or time in school, looks like one too.
 */
public final class PrerequisiteSearch<K> {

    private final MasteryMatrix<K> records;
    private final Criteria criteria;
    private final List<K> competencies;
    private final int[] counts;

    public PrerequisiteSearch(MasteryMatrix<K> records, Criteria criteria) {
        this.records = records;
        this.criteria = criteria;
        this.competencies = records.competencies();
        this.counts = competencies.stream().mapToInt(records::with).toArray();
    }

    /**
     * What to add to a graph. What follows from the graph, or from other suggestions and the graph, is left out; so is
     * what would close a circle, whose existing part shows up in {@link PrerequisiteDoubts}.
     *
     * @param existing may have other competencies than the records, which are ignored
     */
    public Suggestions<K> suggest(PrerequisiteGraph<K> existing) {
        List<Pair> tested = tested();
        double believed =
                BenjaminiHochberg.threshold(tested.stream().map(Pair::pValue).toList(), criteria.falseRate());
        List<Pair> forward = new ArrayList<>();
        List<Suggestion<K>> together = new ArrayList<>();
        for (Pair pair : tested) {
            if (pair.pValue() <= believed && inDoubtWhichFirst(pair)) {
                if (pair.a() < pair.b()) {
                    together.add(suggestion(pair));
                }
            } else if (pair.pValue() <= believed && counts[pair.a()] > counts[pair.b()]) {
                forward.add(pair);
            }
        }
        return new Suggestions<>(direct(forward, existing), together, tested.size());
    }

    /** An ordered pair by the numbers of its competencies, and its test. */
    private record Pair(int a, int b, long onlyB, double limit, double pValue) {}

    private List<Pair> tested() {
        List<Pair> tested = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length; b++) {
                if (a != b && records.learners() - counts[a] >= criteria.support()) {
                    tested.add(test(a, b));
                }
            }
        }
        return tested;
    }

    private Pair test(int a, int b) {
        long onlyB = (long) counts[b] - records.withBoth(competencies.get(a), competencies.get(b));
        double limit = criteria.noise().withoutFirst(truly(a), truly(b), criteria.exceptions());
        return new Pair(a, b, onlyB, limit, Binomial.atMost(onlyB, records.learners() - counts[a], limit));
    }

    private double truly(int competency) {
        return criteria.noise().behind((double) counts[competency] / records.learners());
    }

    /** Exact sign test on those who have one without the other. Source: Q. McNemar, Psychometrika 12, 1947. */
    private boolean inDoubtWhichFirst(Pair pair) {
        long onlyA = pair.onlyB() + counts[pair.a()] - counts[pair.b()];
        long fewer = Math.min(onlyA, pair.onlyB());
        return 2 * Binomial.atMost(fewer, onlyA + pair.onlyB(), 0.5) > criteria.falseRate();
    }

    private List<Suggestion<K>> direct(List<Pair> forward, PrerequisiteGraph<K> existing) {
        Reach reach = reach(existing);
        Reach known = reach(existing);
        List<Pair> sure = forward.stream()
                .sorted(Comparator.comparingDouble(Pair::pValue)
                        .thenComparingInt(Pair::a)
                        .thenComparingInt(Pair::b))
                .toList();
        List<Pair> added =
                sure.stream().filter(pair -> reach.add(pair.a(), pair.b())).toList();
        return added.stream()
                .filter(pair -> !known.leads(pair.a(), pair.b()) && !reach.indirectly(pair.a(), pair.b()))
                .map(this::suggestion)
                .toList();
    }

    /** The graph's own order of the competencies in the records, those between them included. */
    private Reach reach(PrerequisiteGraph<K> existing) {
        Map<K, Integer> number = new HashMap<>();
        competencies.forEach(competency -> number.put(competency, number.size()));
        existing.order().forEach(competency -> number.putIfAbsent(competency, number.size()));
        Reach reach = new Reach(number.size());
        for (K competency : existing.order()) {
            for (K before : existing.prerequisites(competency)) {
                reach.add(number(number, before), number(number, competency));
            }
        }
        return reach;
    }

    private static <K> int number(Map<K, Integer> numbers, K competency) {
        return Optional.ofNullable(numbers.get(competency)).orElseThrow();
    }

    private Suggestion<K> suggestion(Pair pair) {
        Share without = Share.of(pair.onlyB(), records.learners() - counts[pair.a()]);
        return new Suggestion<>(
                competencies.get(pair.a()), competencies.get(pair.b()), without, pair.limit(), pair.pValue());
    }
}
