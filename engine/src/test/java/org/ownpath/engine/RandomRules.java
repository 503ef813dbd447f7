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
            new Aggregation.DecayingAverage(1),
            new Aggregation.First(),
            new Attempts.NMastery(2, 2.5),
            new Attempts.LastN(3, 2, false),
            new Attempts.LastN(2, 2.5, true),
            new Attempts.InARow(2, false),
            new Attempts.InARow(1.5, true),
            new Estimate.PowerLaw(0.5),
            new Estimate.KnowledgeTracing(2, 0.3, 0.2, 0.2, 0.1, 0.05),
            new Estimate.GradedResponse(2, 1.7, List.of(1.0, 2.0, 3.0), List.of(-1.0, 0.0, 1.5), Optional.empty()),
            new Estimate.GradedResponse(2, 1.2, List.of(1.0, 2.5), List.of(-0.5, 1.0), Optional.of(0.3)),
            new Estimate.Elo(2, 1, 0.05),
            new Progress.PracticePoints(4, 1, 6),
            new Progress.ConfidentProgress(4),
            new Rounded(new Aggregation.Mean(), 1),
            new Rounded(new Attempts.NMastery(2, 2), 0));

    private static final Set<Form> REAL_FORMS = EnumSet.range(Form.TEST, Form.PRIOR_LEARNING);

    @Provide
    Arbitrary<Rule> rules() {
        Arbitrary<Rule> any = Combinators.combine(
                        countings(), aggregations(), requirements(), Arbitraries.of(true, false))
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
        int observers = counting.observers().isEmpty()
                ? r.observers()
                : Math.min(r.observers(), counting.observers().size());
        Requirements met = new Requirements(
                fitting(r.threshold(), aggregation),
                r.count(),
                forms,
                depth,
                contexts,
                observers,
                r.freshDays(),
                r.minimumRating());
        return new Rule(counting, aggregation, met, overrides);
    }

    /** The threshold of a scale from 0 to 4 in the aggregation's own units. */
    static double fitting(double threshold, Aggregation aggregation) {
        return switch (aggregation.measure()) {
            case RATING, POINTS -> Math.min(threshold, aggregation.ceiling());
            case COUNT -> Math.min(Math.ceil(threshold), aggregation.ceiling());
            case PROBABILITY -> threshold / 4;
            case ABILITY -> threshold - 2;
            case PERCENT -> threshold * 25;
        };
    }

    /** Every kind with the parameters that make coincidences frequent, and now and then with any. */
    @Provide
    static Arbitrary<Aggregation> aggregations() {
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 6);
        Arbitrary<Double> ratings = Arbitraries.integers().between(4, 16).map(i -> i / 4.0);
        Arbitrary<Double> shares = Arbitraries.integers().between(1, 9).map(i -> i / 20.0);
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Aggregation> any = Arbitraries.oneOf(List.of(
                Combinators.combine(counts, ratings).as(Attempts.NMastery::new),
                Combinators.combine(counts, ratings, either).as(Attempts.LastN::new),
                Combinators.combine(ratings, either).as(Attempts.InARow::new),
                shares.map(Aggregation.WeightedAverage::new),
                Combinators.combine(ratings, shares, shares, shares, shares, shares)
                        .as(Estimate.KnowledgeTracing::new),
                Combinators.combine(ratings, shares, shares).as(Estimate.Elo::new),
                Combinators.combine(ratings, shares, ratings.optional())
                        .as((from, a, cut) ->
                                new Estimate.GradedResponse(from, a, List.of(1.0, 3.0), List.of(-1.25, 0.5), cut)),
                Combinators.combine(ratings, ratings, ratings).as(Progress.PracticePoints::new),
                ratings.map(Progress.ConfidentProgress::new),
                Combinators.combine(counts, counts).as((n, d) -> new Rounded(new Aggregation.BestN(n), d))));
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(AGGREGATIONS)), Tuple.of(1, any));
    }

    /** Those whose value is a rating between the lowest and the highest. */
    static List<Aggregation> ofRatings() {
        return AGGREGATIONS.stream()
                .filter(a -> a.measure() == Measure.RATING && !(a instanceof Rounded))
                .toList();
    }

    private static Arbitrary<Counting> countings() {
        return Combinators.combine(
                        some(Form.class),
                        some(Depth.class),
                        some(Purpose.class),
                        some(Context.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Set.<UUID>of())),
                                Tuple.of(1, observers().set().ofMinSize(1).ofMaxSize(2))),
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

    private static Arbitrary<UUID> observers() {
        return Arbitraries.longs().between(1, 3).map(i -> new UUID(7, i));
    }

    private static Arbitrary<Piece> pieces() {
        Arbitrary<Result> results = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 8).map(i -> Result.rated(i / 2.0))),
                Tuple.of(1, Arbitraries.just(Result.missed())),
                Tuple.of(1, Arbitraries.just(Result.excused())));
        return Combinators.combine(
                        Arbitraries.longs().map(i -> new UUID(1, i)),
                        Arbitraries.of(Form.class),
                        Arbitraries.of(Depth.class),
                        Arbitraries.of(Context.class),
                        Arbitraries.of(Purpose.class),
                        observers(),
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
