package org.ownpath.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of an aggregation: {@code {"kind": "best_n", "n": 2, "decimals": 1}}. */
final class AggregationJson {

    /** Every kind by its code. */
    static final Map<String, AggregationKind<?>> KINDS = kinds();

    /** Fields of some kind. */
    static final List<String> FIELDS = Stream.concat(
                    Stream.of("kind"), KINDS.values().stream().flatMap(kind -> known(kind).stream()))
            .distinct()
            .toList();

    private AggregationJson() {}

    private static Map<String, AggregationKind<?>> kinds() {
        Map<String, AggregationKind<?>> kinds = new LinkedHashMap<>();
        AggregationKind.ALL.forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }

    private static List<String> known(AggregationKind<?> kind) {
        List<String> known = new ArrayList<>(List.of("kind"));
        known.addAll(kind.required());
        known.addAll(kind.optional());
        known.add("decimals");
        return known;
    }

    static Aggregation read(JsonFields fields) {
        String code = fields.text("kind", KINDS.keySet());
        AggregationKind<?> kind = Optional.ofNullable(KINDS.get(code)).orElseThrow();
        JsonFields.of(fields.path(), fields.node(), known(kind));
        Aggregation aggregation = built(kind, fields);
        return fields.optionalInteger("decimals", Limit.DECIMALS)
                .<Aggregation>map(decimals -> new Rounded(aggregation, decimals))
                .orElse(aggregation);
    }

    private static Aggregation built(AggregationKind<?> kind, JsonFields fields) {
        try {
            return kind.read().apply(fields);
        } catch (IllegalArgumentException unfit) {
            throw new RuleFormatException(
                    fields.path(), "Its numbers do not fit together.", String.valueOf(unfit.getMessage()), unfit);
        }
    }

    static ObjectNode write(Aggregation aggregation, ObjectNode json) {
        if (aggregation instanceof Rounded rounded) {
            return write(rounded.value(), json).put("decimals", rounded.decimals());
        }
        KINDS.values().stream()
                .filter(kind -> kind.type().isInstance(aggregation))
                .findFirst()
                .orElseThrow()
                .write(aggregation, json);
        return json;
    }
}
