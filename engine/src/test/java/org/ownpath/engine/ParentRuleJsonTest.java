package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParentRuleJsonTest {

    private static final JsonNode SCHEMA = schema();

    private static JsonNode schema() {
        try (InputStream resource = ParentRuleJson.class.getResourceAsStream("parent-rule.schema.json")) {
            return new JsonMapper().readTree(resource);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Provide
    Arbitrary<ParentRule> rules() {
        return RandomParentRules.rules();
    }

    @Property
    void a_rule_that_was_written_is_accepted_by_the_schema_and_read_as_it_was(@ForAll("rules") ParentRule rule) {
        String json = ParentRuleJson.write(rule);
        assertThat(ParentRuleJson.read(json)).isEqualTo(rule);
        assertThat(JsonSchema.problems(SCHEMA, new JsonMapper().readTree(json))).isEmpty();
        assertThat(rule.sentence()).startsWith("Mastered w").endsWith(".").doesNotContain("null", "[", "_");
    }

    @Test
    void the_fields_of_the_schema_are_those_that_are_read() {
        List<String> kinds = new ArrayList<>();
        for (JsonNode variant : SCHEMA.get("oneOf")) {
            String kind = variant.at("/properties/kind/enum/0").stringValue();
            kinds.add(kind);
            assertThat(variant.get("properties").propertyNames())
                    .containsExactlyElementsOf(ParentRuleJson.FIELDS.get(kind));
        }
        assertThat(kinds).containsExactlyElementsOf(ParentRuleJson.FIELDS.keySet());
    }

    @Test
    void a_rule_is_written_as_people_would_write_it() {
        String json =
                "{\"kind\":\"tree\",\"root\":{\"any\":[{\"child\":\"a\"},{\"all\":[{\"child\":\"b\"},{\"child\":\"c\"}]}]}}";
        assertThat(ParentRuleJson.write(ParentRuleJson.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | kind: This field is missing.
            {"kind":"some"} | kind: 'some' is not known here. Use one of [all, points,
            {"kind":"all","cut":3} | cut: This field is unknown.
            {"kind":"points","points":{"a":0},"threshold":1} | points.a: 0 is out of range. Write a number from 1 to 1000
            {"kind":"points","points":{"a":1.5},"threshold":1} | points.a: 1.5 is not a whole number.
            {"kind":"points","points":[],"threshold":1} | points: [] is not an object.
            {"kind":"points","points":{"a":1},"threshold":2} | rule: Its parts do not fit together. The rule asks for 2 points
            {"kind":"points","points":{"a":1},"threshold":1,"required":["b","b"]} | required[1]: 'b' is there twice.
            {"kind":"points","points":{"a":1},"threshold":1,"required":[" "]} | required[0]: ' ' is not a name.
            {"kind":"weighted_mean","weights":{},"cut":3} | rule: Its parts do not fit together. The mean is of no children.
            {"kind":"tree","root":{"child":"a","all":[]}} | root: A node is one thing. Write one of child, all and any.
            {"kind":"tree","root":{"all":[{"any":3}]}} | root.all[0].any: 3 is not a list.
            {"kind":"tree","root":{"all":[{"some":3}]}} | root.all[0].some: This field is unknown.
            {"kind":"tree","root":{"all":[]}} | rule: Its parts do not fit together. The number of parts of a group
            {"kind":"slate_level","level":9,"demonstrations":{"a":101}} | demonstrations.a: 101 is out of range.
            """)
    void what_cannot_be_read_is_refused_with_the_place_and_the_remedy(String json, String message) {
        assertThatThrownBy(() -> ParentRuleJson.read(json))
                .isInstanceOf(RuleFormatException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_tree_that_is_too_deep_is_refused() {
        String deep = "{\"all\":[".repeat(20) + "{\"child\":\"a\"}" + "]}".repeat(20);
        assertThatThrownBy(() -> ParentRuleJson.read("{\"kind\":\"tree\",\"root\":" + deep + "}"))
                .hasMessageContaining("deeper than 20");
    }
}
