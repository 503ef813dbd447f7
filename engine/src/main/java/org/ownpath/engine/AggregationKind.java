package org.ownpath.engine;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ownpath.engine.Aggregation.BestN;
import org.ownpath.engine.Aggregation.DecayingAverage;
import org.ownpath.engine.Aggregation.WeightedAverage;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of aggregation in JSON: its code, its fields, and how it is read and written.
 *
 * @param optional fields that may be left out; the others have to be there
 */
record AggregationKind<A extends Aggregation>(
        String code,
        Class<A> type,
        List<String> required,
        List<String> optional,
        Function<JsonFields, A> read,
        BiConsumer<A, ObjectNode> write) {

    static final List<AggregationKind<?>> ALL = Stream.of(picks(), averages(), attempts(), estimates(), progress())
            .flatMap(List::stream)
            .toList();

    private static <A extends Aggregation> AggregationKind<A> plain(String code, A aggregation) {
        return new AggregationKind<>(
                code, classOf(aggregation), List.of(), List.of(), fields -> aggregation, (a, json) -> {});
    }

    @SuppressWarnings("unchecked") // an object's class is the class of its type
    private static <A> Class<A> classOf(A object) {
        return (Class<A>) object.getClass();
    }

    private static List<AggregationKind<?>> picks() {
        return List.of(
                plain("first", new Aggregation.First()),
                plain("latest", new Aggregation.Latest()),
                plain("highest", new Aggregation.Highest()),
                plain("lowest", new Aggregation.Lowest()),
                plain("mean", new Aggregation.Mean()),
                plain("median", new Aggregation.Median()),
                plain("mode", new Aggregation.Mode()));
    }

    private static List<AggregationKind<?>> averages() {
        return List.of(
                kind(
                        "best_n",
                        BestN.class,
                        List.of("n"),
                        fields -> new BestN(count(fields)),
                        (a, j) -> j.put("n", a.n())),
                kind(
                        "weighted_average",
                        WeightedAverage.class,
                        List.of("latestWeight"),
                        fields -> new WeightedAverage(fields.number("latestWeight", Limit.WEIGHT)),
                        (a, json) -> put(json, "latestWeight", a.latestWeight())),
                kind(
                        "decaying_average",
                        DecayingAverage.class,
                        List.of("latestWeight"),
                        fields -> new DecayingAverage(fields.number("latestWeight", Limit.WEIGHT)),
                        (a, json) -> put(json, "latestWeight", a.latestWeight())));
    }

    private static List<AggregationKind<?>> attempts() {
        return List.of(
                kind(
                        "n_mastery",
                        Attempts.NMastery.class,
                        List.of("n", "from"),
                        fields -> new Attempts.NMastery(count(fields), from(fields)),
                        (a, json) -> put(json.put("n", a.n()), "from", a.from())),
                new AggregationKind<>(
                        "last_n",
                        Attempts.LastN.class,
                        List.of("n", "from"),
                        List.of("lasting"),
                        fields -> new Attempts.LastN(count(fields), from(fields), fields.truth("lasting", false)),
                        (a, json) -> put(json.put("n", a.n()), "from", a.from()).put("lasting", a.lasting())),
                new AggregationKind<>(
                        "in_a_row",
                        Attempts.InARow.class,
                        List.of("from"),
                        List.of("lasting"),
                        fields -> new Attempts.InARow(from(fields), fields.truth("lasting", false)),
                        (a, json) -> put(json, "from", a.from()).put("lasting", a.lasting())));
    }

    private static List<AggregationKind<?>> estimates() {
        return List.of(
                kind(
                        "power_law",
                        Estimate.PowerLaw.class,
                        List.of("least"),
                        fields -> new Estimate.PowerLaw(fields.number("least", Limit.POSITIVE)),
                        (a, json) -> put(json, "least", a.least())),
                kind(
                        "knowledge_tracing",
                        Estimate.KnowledgeTracing.class,
                        List.of("from", "prior", "learn", "guess", "slip", "forget"),
                        EstimateJson::knowledgeTracing,
                        EstimateJson::write),
                new AggregationKind<>(
                        "graded_response",
                        Estimate.GradedResponse.class,
                        List.of("from", "discrimination", "levels", "taus"),
                        List.of("cut"),
                        EstimateJson::gradedResponse,
                        EstimateJson::write),
                kind(
                        "elo",
                        Estimate.Elo.class,
                        List.of("from", "gain", "decay"),
                        EstimateJson::elo,
                        EstimateJson::write));
    }

    private static List<AggregationKind<?>> progress() {
        return List.of(
                kind(
                        "practice_points",
                        Progress.PracticePoints.class,
                        List.of("full", "step", "most"),
                        fields -> new Progress.PracticePoints(
                                fields.number("full", Limit.POSITIVE),
                                fields.number("step", Limit.POSITIVE),
                                fields.number("most", Limit.POSITIVE)),
                        (a, json) -> put(put(put(json, "full", a.full()), "step", a.step()), "most", a.most())),
                kind(
                        "confident_progress",
                        Progress.ConfidentProgress.class,
                        List.of("full"),
                        fields -> new Progress.ConfidentProgress(fields.number("full", Limit.POSITIVE)),
                        (a, json) -> put(json, "full", a.full())));
    }

    private static <A extends Aggregation> AggregationKind<A> kind(
            String code,
            Class<A> type,
            List<String> required,
            Function<JsonFields, A> read,
            BiConsumer<A, ObjectNode> write) {
        return new AggregationKind<>(code, type, required, List.of(), read, write);
    }

    private static int count(JsonFields fields) {
        return fields.integer("n", Limit.COUNT);
    }

    private static double from(JsonFields fields) {
        return fields.number("from", Limit.RATING);
    }

    private static ObjectNode put(ObjectNode json, String name, double value) {
        RuleJson.putNumber(json, name, value);
        return json;
    }

    void write(Aggregation aggregation, ObjectNode json) {
        json.put("kind", code);
        write.accept(type.cast(aggregation), json);
    }
}
