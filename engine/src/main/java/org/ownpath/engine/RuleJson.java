package org.ownpath.engine;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule as JSON. The schema is published as the resource {@code rule.schema.json} beside this class. Fields that are
 * left out mean "no restriction"; only the aggregation and the threshold have to be there.
 */
public final class RuleJson {

    static final List<String> RULE = List.of("counting", "aggregation", "requirements", "judgementOverrides");
    static final List<String> COUNTING =
            List.of("forms", "depths", "purposes", "contexts", "observers", "windowDays", "missedCountsAs");
    static final List<String> REQUIREMENTS =
            List.of("threshold", "count", "forms", "depth", "contexts", "observers", "freshDays", "minimumRating");

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RuleJson() {}

    /**
     * Reads a rule.
     *
     * @throws RuleFormatException if it is not JSON, has an unknown field, a wrong type or a number out of range
     */
    public static Rule read(String json) {
        JsonFields fields = JsonFields.of("rule", parse(json), RULE);
        Counting counting =
                fields.has("counting") ? counting(fields.object("counting", COUNTING)) : Counting.everything();
        Aggregation aggregation = AggregationJson.read(fields.object("aggregation", AggregationJson.FIELDS));
        Requirements requirements = requirements(fields.object("requirements", REQUIREMENTS));
        boolean overrides = fields.truth("judgementOverrides", false);
        try {
            return new Rule(counting, aggregation, requirements, overrides);
        } catch (IllegalArgumentException unmeetable) {
            throw new RuleFormatException(
                    "rule", "Its parts do not fit together.", String.valueOf(unmeetable.getMessage()), unmeetable);
        }
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            throw new RuleFormatException(
                    "rule", "This is not JSON: " + notJson.getOriginalMessage() + ".", "Correct it.", notJson);
        }
    }

    private static Counting counting(JsonFields fields) {
        return new Counting(
                fields.words("forms", Form.class),
                fields.words("depths", Depth.class),
                fields.words("purposes", Purpose.class),
                fields.words("contexts", Context.class),
                fields.ids("observers"),
                fields.optionalInteger("windowDays", Limit.DAYS),
                fields.optionalNumber("missedCountsAs", Limit.RATING));
    }

    private static Requirements requirements(JsonFields fields) {
        return new Requirements(
                fields.number("threshold", Limit.RATING),
                fields.optionalInteger("count", Limit.COUNT).orElse(1),
                fields.words("forms", Form.class),
                fields.word("depth", Depth.class),
                fields.optionalInteger("contexts", Limit.CONTEXTS).orElse(0),
                fields.optionalInteger("observers", Limit.OBSERVERS).orElse(0),
                fields.optionalInteger("freshDays", Limit.DAYS),
                fields.optionalNumber("minimumRating", Limit.RATING));
    }

    /** Writes a rule; reading it gives an equal rule. Equal rules are written alike. */
    public static String write(Rule rule) {
        ObjectNode json = MAPPER.createObjectNode();
        ObjectNode counting = counting(rule.counting());
        if (!counting.isEmpty()) {
            json.set("counting", counting);
        }
        json.set("aggregation", AggregationJson.write(rule.aggregation(), MAPPER.createObjectNode()));
        json.set("requirements", requirements(rule.requirements()));
        json.put("judgementOverrides", rule.judgementOverrides());
        return json.toString();
    }

    private static ObjectNode counting(Counting counting) {
        ObjectNode json = MAPPER.createObjectNode();
        putWords(json, "forms", counting.forms());
        putWords(json, "depths", counting.depths());
        putWords(json, "purposes", counting.purposes());
        putWords(json, "contexts", counting.contexts());
        if (!counting.observers().isEmpty()) {
            ArrayNode list = json.putArray("observers");
            counting.observers().forEach(observer -> list.add(observer.toString()));
        }
        counting.windowDays().ifPresent(days -> json.put("windowDays", days));
        counting.missedCountsAs().ifPresent(value -> putNumber(json, "missedCountsAs", value));
        return json;
    }

    private static ObjectNode requirements(Requirements required) {
        ObjectNode json = MAPPER.createObjectNode();
        putNumber(json, "threshold", required.threshold());
        json.put("count", required.count());
        putWords(json, "forms", required.forms());
        required.depth().ifPresent(depth -> json.put("depth", depth.code()));
        json.put("contexts", required.contexts());
        json.put("observers", required.observers());
        required.freshDays().ifPresent(days -> json.put("freshDays", days));
        required.minimumRating().ifPresent(rating -> putNumber(json, "minimumRating", rating));
        return json;
    }

    private static void putWords(ObjectNode json, String name, Set<? extends Coded> words) {
        if (!words.isEmpty()) {
            ArrayNode list = json.putArray(name);
            words.forEach(word -> list.add(word.code()));
        }
    }

    /** A whole number is written without decimals, as people write a threshold. */
    static void putNumber(ObjectNode json, String name, double value) {
        if (value == Math.rint(value)) {
            json.put(name, (int) value);
        } else {
            json.put(name, value);
        }
    }
}
