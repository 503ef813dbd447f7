package org.ownpath.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Rules and histories of one student on a scale from 0 to 4, small enough for coincidences to be frequent. */
class RandomRules extends DomainContextBase {

    static final List<Aggregation> AGGREGATIONS = List.of(
            new Aggregation.Latest(),
            new Aggregation.Highest(),
            new Aggregation.Lowest(),
            new Aggregation.Mean(),
            new Aggregation.Median(),
            new Aggregation.Mode(),
            new Aggregation.BestN(1),
            new Aggregation.BestN(3),
            new Aggregation.WeightedAverage(0.65),
            new Aggregation.DecayingAverage(0.65),
            new Aggregation.DecayingAverage(1));

    private static final Set<Form> REAL_FORMS = EnumSet.range(Form.TEST, Form.PRIOR_LEARNING);

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Rule> any = Combinators.combine(
                        countings(), Arbitraries.of(AGGREGATIONS), requirements(), Arbitraries.of(true, false))
                .as(RandomRules::meetable);
        return any;
    }

    /** Keeps only requirements that the counting can meet. */
    private static Rule meetable(Counting counting, Aggregation aggregation, Requirements r, boolean overrides) {
        Set<Form> forms = EnumSet.noneOf(Form.class);
        r.forms().stream()
                .filter(form -> Counting.admits(counting.forms(), form))
                .forEach(forms::add);
        Optional<Depth> depth = r.depth()
                .filter(d -> counting.depths().isEmpty()
                        || counting.depths().stream().anyMatch(counted -> counted.atLeast(d)));
        int contexts = counting.contexts().isEmpty()
                ? r.contexts()
                : Math.min(r.contexts(), counting.contexts().size());
        Requirements met = new Requirements(
                r.threshold(), r.count(), forms, depth, contexts, r.observers(), r.freshDays(), r.minimumRating());
        return new Rule(counting, aggregation, met, overrides);
    }

    private static Arbitrary<Counting> countings() {
        return Combinators.combine(
                        some(Form.class),
                        some(Depth.class),
                        some(Purpose.class),
                        some(Context.class),
                        Arbitraries.integers().between(1, 60).optional(0.4),
                        Arbitraries.of(0.0, 0.5).optional(0.3))
                .as(Counting::new);
    }

    private static Arbitrary<Requirements> requirements() {
        return Combinators.combine(
                        Arbitraries.of(1.0, 2.0, 2.5, 3.0),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(REAL_FORMS).set().ofMaxSize(2),
                        Arbitraries.of(Depth.class).optional(0.3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 90).optional(0.4),
                        Arbitraries.of(1.0, 2.0).optional(0.3))
                .as(Requirements::new);
    }

    private static <E extends Enum<E>> Arbitrary<Set<E>> some(Class<E> type) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Set.<E>of())),
                Tuple.of(1, Arbitraries.of(type).set().ofMinSize(1)));
    }

    @Provide
    Arbitrary<List<Piece>> histories() {
        return pieces().list().ofMaxSize(12).uniqueElements(Piece::id);
    }

    private static Arbitrary<Piece> pieces() {
        Arbitrary<Result> results = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 8).map(i -> Result.rated(i / 2.0))),
                Tuple.of(1, Arbitraries.just(Result.missed())),
                Tuple.of(1, Arbitraries.just(Result.excused())));
        Arbitrary<UUID> observers = Arbitraries.longs().between(1, 3).map(i -> new UUID(7, i));
        return Combinators.combine(
                        Arbitraries.longs().map(i -> new UUID(1, i)),
                        Arbitraries.of(Form.class),
                        Arbitraries.of(Depth.class),
                        Arbitraries.of(Context.class),
                        Arbitraries.of(Purpose.class),
                        observers,
                        results,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 100),
                                        Arbitraries.integers().between(0, 3))
                                .as((day, lag) -> List.of(day, lag)))
                .as((id, form, depth, context, purpose, observer, result, days) -> new Piece(
                        id,
                        form,
                        depth,
                        context,
                        purpose,
                        observer,
                        result,
                        Maya.day(days.get(0)),
                        Maya.day(days.get(0) + days.get(1))));
    }
}
