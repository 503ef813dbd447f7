package org.ownpath.assessment.items;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.engine.Depth;
import org.ownpath.engine.adaptive.BankItem;
import org.ownpath.engine.adaptive.ContentTargets;
import org.ownpath.engine.adaptive.Exposure;
import org.ownpath.engine.adaptive.ItemBank;
import org.ownpath.engine.adaptive.MasteryDecided;
import org.ownpath.engine.adaptive.Posterior;
import org.ownpath.engine.adaptive.Selection;
import org.ownpath.engine.adaptive.Stopping;
import org.ownpath.engine.adaptive.TestPlan;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/**
 * The released questions of a bank as they were at one moment. It never changes, so that a test that draws on it can be
 * taken up again from its answers alone, on any copy of the product.
 */
final class Pool {

    private final UUID id;
    private final List<Entry> entries;
    private final Map<ItemId, Entry> byId;
    private final Cache<Asked, Plan> plans =
            Caffeine.newBuilder().maximumSize(200).build();

    Pool(UUID id, List<Entry> entries) {
        this.id = id;
        this.entries = List.copyOf(entries);
        this.byId = entries.stream().collect(Collectors.toUnmodifiableMap(Entry::item, Function.identity()));
    }

    /** One question as it was. */
    record Entry(
            ItemId item,
            int version,
            CompetencyId competency,
            Depth depth,
            org.ownpath.engine.estimate.Item curve,
            Question question) {

        private BankItem inBank() {
            return new BankItem(item.toString(), area(), curve);
        }

        private String area() {
            return competency + " " + depth.words();
        }
    }

    private record Asked(Set<CompetencyId> competencies, TestTerms terms) {}

    /** An adaptive test on some of the competencies, and the questions by their numbers in it. */
    record Plan(TestPlan test, List<Entry> entries, Map<ItemId, Integer> numbers) {

        int number(ItemId item) {
            return Objects.requireNonNull(numbers.get(item), "a question of the test");
        }
    }

    UUID id() {
        return id;
    }

    List<Entry> entries() {
        return entries;
    }

    Entry entry(ItemId item) {
        Entry found = byId.get(item);
        if (found == null) {
            throw new IllegalStateException("Question " + item + " is not in pool " + id);
        }
        return found;
    }

    boolean holds(Collection<ItemId> items) {
        return byId.keySet().containsAll(items);
    }

    /** How many questions of a competency an adaptive test can ask. */
    long adaptive(CompetencyId competency) {
        return entries.stream()
                .filter(entry -> entry.competency().equals(competency)
                        && entry.question().scoresItself())
                .count();
    }

    Plan plan(Set<CompetencyId> competencies, TestTerms terms) {
        return plans.get(new Asked(competencies, terms), this::planned);
    }

    private Plan planned(Asked test) {
        Set<CompetencyId> competencies = test.competencies();
        TestTerms terms = test.terms();
        List<Entry> asked = entries.stream()
                .filter(entry -> competencies.contains(entry.competency())
                        && entry.question().scoresItself())
                .toList();
        int shortest = terms.shortest() * competencies.size();
        Stopping settled = competencies.size() == 1
                ? new MasteryDecided(terms.cut(), terms.sure(), 1 - terms.sure())
                : new Stopping.Precise(terms.precise());
        return new Plan(
                new TestPlan(
                        ItemBank.of(asked.stream().map(Entry::inBank).toList()),
                        Posterior.normal(0, 1),
                        new Selection(new Exposure.Randomesque(terms.best()), new ContentTargets(shares(asked))),
                        Stopping.anyOf(
                                new Stopping.AtLeast(shortest, settled),
                                new Stopping.AtMost(terms.longest() * competencies.size()))),
                asked,
                IntStream.range(0, asked.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> asked.get(i).item(), Function.identity())));
    }

    /** Competencies in equal parts, and in each its depths in equal parts. */
    private static Map<String, Double> shares(List<Entry> asked) {
        Map<CompetencyId, Set<String>> areas = asked.stream()
                .collect(Collectors.groupingBy(Entry::competency, Collectors.mapping(Entry::area, Collectors.toSet())));
        Map<String, Double> shares = new TreeMap<>();
        areas.values().forEach(each -> each.forEach(area -> shares.put(area, 1.0 / each.size())));
        return shares;
    }
}
