package org.ownpath.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parent's rule as JSON: {@code {"kind": "points", "points": {"b": 2}, "threshold": 2, "required": ["a"]}}. The schema
 * is published as the resource {@code parent-rule.schema.json} beside this class.
 */
public final class ParentRuleJson {

    /** Every kind by its code, and its fields. */
    static final Map<String, List<String>> FIELDS = fields();

    private ParentRuleJson() {}

    private static Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("all", List.of("kind"));
        fields.put("points", List.of("kind", "points", "threshold", "required"));
        fields.put("weighted_mean", List.of("kind", "weights", "cut"));
        fields.put("tree", List.of("kind", "root"));
        fields.put("slate_level", List.of("kind", "level", "demonstrations", "minimumRating"));
        return fields;
    }

    /**
     * Reads a rule.
     *
     * @throws RuleFormatException if it is not JSON, has an unknown field, a wrong type or a number out of range
     */
    public static ParentRule read(String json) {
        JsonNode node = RuleJson.parse(json);
        List<String> all =
                FIELDS.values().stream().flatMap(List::stream).distinct().toList();
        String kind = JsonFields.of("rule", node, all).text("kind", FIELDS.keySet());
        JsonFields fields = JsonFields.of("rule", node, FIELDS.getOrDefault(kind, all));
        try {
            return built(kind, fields);
        } catch (IllegalArgumentException unfit) {
            throw new RuleFormatException(
                    "rule", "Its parts do not fit together.", String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static ParentRule built(String kind, JsonFields fields) {
        return switch (kind) {
            case "all" -> new ParentRule.All();
            case "points" ->
                new ParentRule.Points(
                        fields.names("required"),
                        fields.integersByName("points", Limit.WORTH),
                        fields.integer("threshold", Limit.POINTS));
            case "weighted_mean" ->
                new ParentRule.WeightedMean(
                        fields.numbersByName("weights", Limit.POSITIVE), fields.number("cut", Limit.RATING));
            case "tree" -> new CriteriaTree(CriteriaTreeJson.read(fields, "root"));
            case "slate_level" ->
                new SlateLevel(
                        fields.number("level", Limit.RATING),
                        fields.integersByName("demonstrations", Limit.COUNT),
                        fields.optionalNumber("minimumRating", Limit.RATING));
            default -> throw new IllegalStateException("The kind '" + kind + "' is known and not read.");
        };
    }

    /** Writes a rule; reading it gives an equal rule. */
    public static String write(ParentRule rule) {
        ObjectNode json = RuleJson.MAPPER.createObjectNode();
        if (rule instanceof ParentRule.All) {
            json.put("kind", "all");
        } else if (rule instanceof ParentRule.Points points) {
            write(points, json.put("kind", "points"));
        } else if (rule instanceof ParentRule.WeightedMean mean) {
            ObjectNode weights = json.put("kind", "weighted_mean").putObject("weights");
            mean.weights().forEach((child, weight) -> RuleJson.putNumber(weights, child, weight));
            RuleJson.putNumber(json, "cut", mean.cut());
        } else if (rule instanceof CriteriaTree tree) {
            json.put("kind", "tree").set("root", CriteriaTreeJson.write(tree.root()));
        } else if (rule instanceof SlateLevel level) {
            write(level, json.put("kind", "slate_level"));
        }
        return json.toString();
    }

    private static void write(ParentRule.Points rule, ObjectNode json) {
        ObjectNode points = json.putObject("points");
        rule.points().forEach(points::put);
        json.put("threshold", rule.threshold());
        if (!rule.required().isEmpty()) {
            rule.required().forEach(json.putArray("required")::add);
        }
    }

    private static void write(SlateLevel rule, ObjectNode json) {
        RuleJson.putNumber(json, "level", rule.level());
        ObjectNode demonstrations = json.putObject("demonstrations");
        rule.demonstrations().forEach(demonstrations::put);
        rule.minimumRating().ifPresent(rating -> RuleJson.putNumber(json, "minimumRating", rating));
    }
}
