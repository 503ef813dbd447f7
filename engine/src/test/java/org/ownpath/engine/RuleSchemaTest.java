package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the published schema in step with the code that reads and writes rules. */
class RuleSchemaTest {

    private JsonNode schema;

    @BeforeEach
    @BeforeProperty
    void read() throws IOException {
        try (InputStream resource = RuleJson.class.getResourceAsStream("rule.schema.json")) {
            schema = new JsonMapper().readTree(resource);
        }
    }

    @Test
    void the_fields_are_those_that_are_read_and_no_others_are_allowed() {
        assertThat(fields(schema)).containsExactlyElementsOf(RuleJson.RULE);
        assertThat(fields(definition("counting"))).containsExactlyElementsOf(RuleJson.COUNTING);
        assertThat(fields(definition("requirements"))).containsExactlyElementsOf(RuleJson.REQUIREMENTS);
        assertThat(List.of(schema, definition("counting"), definition("requirements")))
                .allMatch(object -> !object.get("additionalProperties").booleanValue());
    }

    @Test
    void the_words_are_the_codes() {
        assertThat(strings(definition("form").get("enum"))).containsExactlyElementsOf(JsonFields.codes(Form.class));
        assertThat(strings(definition("depth").get("enum"))).containsExactlyElementsOf(JsonFields.codes(Depth.class));
        assertThat(strings(definition("purpose").get("enum")))
                .containsExactlyElementsOf(JsonFields.codes(Purpose.class));
        assertThat(strings(definition("context").get("enum")))
                .containsExactlyElementsOf(JsonFields.codes(Context.class));
    }

    @Test
    void the_ranges_are_the_limits() {
        Map<String, Limit> limits = Map.ofEntries(
                Map.entry("rating", Limit.RATING),
                Map.entry("days", Limit.DAYS),
                Map.entry("count", Limit.COUNT),
                Map.entry("contextCount", Limit.CONTEXTS),
                Map.entry("observerCount", Limit.OBSERVERS),
                Map.entry("weight", Limit.WEIGHT),
                Map.entry("decimals", Limit.DECIMALS),
                Map.entry("positive", Limit.POSITIVE),
                Map.entry("probability", Limit.PROBABILITY),
                Map.entry("error", Limit.ERROR),
                Map.entry("ability", Limit.ABILITY),
                Map.entry("discrimination", Limit.DISCRIMINATION),
                Map.entry("gain", Limit.GAIN));
        limits.forEach((name, limit) -> {
            assertThat(definition(name).get("minimum").doubleValue()).isEqualTo(limit.low());
            assertThat(definition(name).get("maximum").doubleValue()).isEqualTo(limit.high());
        });
    }

    @Test
    void the_kinds_of_aggregation_are_those_that_are_read_with_their_parameters() {
        List<String> kinds = new ArrayList<>();
        for (JsonNode variant : definition("aggregation").get("oneOf")) {
            for (String kind : strings(variant.get("properties").get("kind").get("enum"))) {
                kinds.add(kind);
                AggregationKind<?> read = Objects.requireNonNull(AggregationJson.KINDS.get(kind));
                List<String> known = new ArrayList<>(List.of("kind"));
                known.addAll(read.required());
                assertThat(strings(variant.get("required"))).containsExactlyElementsOf(known);
                known.addAll(read.optional());
                known.add("decimals");
                assertThat(fields(variant)).containsExactlyElementsOf(known);
            }
        }
        assertThat(kinds).containsExactlyElementsOf(AggregationJson.KINDS.keySet());
    }

    @Property
    @Domain(RandomRules.class)
    void every_rule_that_is_written_is_accepted(@ForAll Rule rule) {
        assertThat(JsonSchema.problems(schema, new JsonMapper().readTree(RuleJson.write(rule))))
                .isEmpty();
    }

    @Test
    void what_is_not_a_rule_is_not_accepted() {
        for (String wrong : List.of(
                "{}",
                "{\"aggregation\":{\"kind\":\"best_n\"},\"requirements\":{\"threshold\":3}}",
                "{\"aggregation\":{\"kind\":\"latest\",\"n\":2},\"requirements\":{\"threshold\":3}}",
                "{\"aggregation\":{\"kind\":\"latest\"},\"requirements\":{\"threshold\":3000}}",
                "{\"aggregation\":{\"kind\":\"latest\"},\"requirements\":{\"threshold\":3},\"counting\":{\"observers\":[\"me\"]}}")) {
            assertThat(JsonSchema.problems(schema, new JsonMapper().readTree(wrong)))
                    .as(wrong)
                    .isNotEmpty();
        }
    }

    @Test
    void every_field_of_the_schema_is_read_with_the_range_the_schema_gives_it() {
        for (String part : List.of("counting", "requirements")) {
            definition(part).get("properties").forEachEntry((name, field) -> {
                if (field.has("$ref") && definition(nameOf(field)).has("minimum")) {
                    JsonNode range = definition(nameOf(field));
                    String high = range.get("maximum").asString();
                    assertThatCode(() -> RuleJson.read(ruleWith(part, name, high)))
                            .as(name)
                            .satisfiesAnyOf(
                                    thrown -> assertThat(thrown).isNull(),
                                    thrown -> assertThat(thrown).hasMessageContaining("do not fit together"));
                    String tooHigh = String.valueOf(range.get("maximum").intValue() + 1);
                    assertThatThrownBy(() -> RuleJson.read(ruleWith(part, name, tooHigh)))
                            .hasMessageContaining(part + "." + name + ": " + tooHigh + " is out of range");
                }
            });
        }
    }

    private static String ruleWith(String part, String name, String value) {
        String field = "\"" + name + "\":" + value;
        boolean counting = part.equals("counting");
        String requirements =
                counting ? "\"threshold\":3" : name.equals("threshold") ? field : "\"threshold\":3," + field;
        return "{\"counting\":{" + (counting ? field : "") + "},\"aggregation\":{\"kind\":\"latest\"},"
                + "\"requirements\":{" + requirements + "}}";
    }

    private JsonNode definition(String name) {
        return schema.get("$defs").get(name);
    }

    private static String nameOf(JsonNode reference) {
        return reference.get("$ref").stringValue().substring("#/$defs/".length());
    }

    private static List<String> fields(JsonNode object) {
        return List.copyOf(object.get("properties").propertyNames());
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.stringValue()));
        return strings;
    }
}
