package org.ownpath.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of an aggregation: {@code {"kind": "best_n", "n": 2}}. */
final class AggregationJson {

    static final List<String> FIELDS = List.of("kind", "n", "latestWeight");

    /** Every kind by its code, and how it is read. */
    static final Map<String, Function<JsonFields, Aggregation>> KINDS = kinds();

    private static final Map<String, String> PARAMETERS =
            Map.of("best_n", "n", "weighted_average", "latestWeight", "decaying_average", "latestWeight");

    private AggregationJson() {}

    private static Map<String, Function<JsonFields, Aggregation>> kinds() {
        Map<String, Function<JsonFields, Aggregation>> kinds = new LinkedHashMap<>();
        kinds.put("latest", fields -> new Aggregation.Latest());
        kinds.put("highest", fields -> new Aggregation.Highest());
        kinds.put("lowest", fields -> new Aggregation.Lowest());
        kinds.put("mean", fields -> new Aggregation.Mean());
        kinds.put("median", fields -> new Aggregation.Median());
        kinds.put("mode", fields -> new Aggregation.Mode());
        kinds.put("best_n", fields -> new Aggregation.BestN(fields.integer("n", Limit.COUNT)));
        kinds.put("weighted_average", fields -> new Aggregation.WeightedAverage(weight(fields)));
        kinds.put("decaying_average", fields -> new Aggregation.DecayingAverage(weight(fields)));
        return kinds;
    }

    private static double weight(JsonFields fields) {
        return fields.number("latestWeight", Limit.WEIGHT);
    }

    static Aggregation read(JsonFields fields) {
        String kind = fields.text("kind", KINDS.keySet());
        List<String> known = parameter(kind).map(name -> List.of("kind", name)).orElse(List.of("kind"));
        JsonFields.of(fields.path(), fields.node(), known);
        return Optional.ofNullable(KINDS.get(kind)).orElseThrow().apply(fields);
    }

    /** The one parameter this kind has, if it has one. */
    static Optional<String> parameter(String kind) {
        return Optional.ofNullable(PARAMETERS.get(kind));
    }

    static ObjectNode write(Aggregation aggregation, ObjectNode json) {
        if (aggregation instanceof Aggregation.BestN best) {
            return json.put("kind", "best_n").put("n", best.n());
        }
        if (aggregation instanceof Aggregation.WeightedAverage weighted) {
            return weighted(json, "weighted_average", weighted.latestWeight());
        }
        if (aggregation instanceof Aggregation.DecayingAverage decaying) {
            return weighted(json, "decaying_average", decaying.latestWeight());
        }
        return json.put("kind", aggregation.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode weighted(ObjectNode json, String kind, double weight) {
        json.put("kind", kind);
        RuleJson.putNumber(json, "latestWeight", weight);
        return json;
    }
}
