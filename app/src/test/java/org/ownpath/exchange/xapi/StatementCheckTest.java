package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the specification demands of a statement, each demand by its name. A case is a line of {@code demands.txt}: whether
 * it is taken or refused, in which versions, what the specification says, and what is changed in a statement that is in
 * order.
 */
class StatementCheckTest {

    private static final String IN_ORDER = """
            {"id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
             "actor": {"objectType": "Agent", "mbox": "mailto:maya@example.org"},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en-US": "completed"}},
             "object": {"id": "https://example.org/fractions"}}""";

    /**
     * A demand.
     *
     * @param place where in the statement, its names joined by dots
     * @param value what is put there; empty: it is taken out
     */
    record Demand(boolean taken, List<XapiVersion> versions, String sentence, String place, String value) {

        @Override
        public String toString() {
            return sentence + (taken ? " (taken: " : " (refused: ") + place + " " + value + ")";
        }

        JsonNode statement() {
            ObjectNode statement = (ObjectNode) StatementJson.read(IN_ORDER);
            if (!place.equals("-")) {
                change(statement, List.of(place.split("\\.", -1)));
            }
            return statement;
        }

        private void change(JsonNode within, List<String> path) {
            String name = path.get(0);
            ObjectNode holder = (ObjectNode) within;
            if (path.size() > 1) {
                JsonNode next = holder.get(name) == null ? holder.putObject(name) : holder.get(name);
                change(next instanceof ArrayNode array ? array.get(0) : next, path.subList(1, path.size()));
            } else if (value.isEmpty()) {
                holder.remove(name);
            } else {
                holder.set(name, StatementJson.read(value));
            }
        }
    }

    static Stream<Demand> demands() throws IOException {
        List<Demand> demands = new ArrayList<>();
        String sentence = "";
        try (InputStream file =
                Objects.requireNonNull(StatementCheckTest.class.getResourceAsStream("/xapi/demands.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("# ")) {
                    sentence = line.substring(2);
                } else if (!line.isBlank()) {
                    String[] columns = line.split(" ", 4);
                    demands.add(new Demand(
                            columns[0].equals("+"),
                            columns[1].equals("*")
                                    ? List.of(XapiVersion.values())
                                    : List.of(columns[1].equals("1") ? XapiVersion.ONE : XapiVersion.TWO),
                            sentence,
                            columns[2],
                            columns.length < 4 ? "" : columns[3]));
                }
            }
        }
        return demands.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demands")
    void the_specification_says(Demand demand) {
        for (XapiVersion version : demand.versions()) {
            Part part = Part.of("statement", demand.statement());
            if (demand.taken()) {
                assertThatCode(() -> new StatementCheck(version).statement(part))
                        .as(version.number())
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> new StatementCheck(version).statement(part))
                        .as(version.number())
                        .isInstanceOf(XapiRefused.class)
                        .hasMessageContaining("statement");
            }
        }
    }

    @Test
    void a_refusal_names_the_place_and_the_value() {
        Part part = Part.of(
                "statement", new Demand(false, List.of(), "", "result", "{\"score\": {\"scaled\": 1.2}}").statement());
        assertThatThrownBy(() -> new StatementCheck(XapiVersion.TWO).statement(part))
                .hasMessage("statement.result.score.scaled: 1.2 is not between -1 and 1.");
    }

    @Test
    void what_costs_more_than_it_is_worth_is_not_read() {
        List<String> bombs = List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
                "[" + "0,".repeat(700_000) + "0]",
                "{\"a\": 1e999999999}",
                "{\"a\": " + "9".repeat(5000) + "}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": \"\\ud800\"}",
                "{} {}",
                "",
                "{\"a\": tru");
        assertThat(bombs)
                .allSatisfy(bomb ->
                        assertThatThrownBy(() -> StatementJson.read(bomb)).isInstanceOf(XapiRefused.class));
    }

    @Test
    void numbers_and_names_in_another_order_say_the_same() {
        assertThat(StatementJson.same(
                        StatementJson.read("{\"a\": 1.0, \"b\": [1, 2]}"),
                        StatementJson.read("{\"b\": [1, 2], \"a\": 1}")))
                .isTrue();
        assertThat(StatementJson.same(StatementJson.read("[1, 2]"), StatementJson.read("[2, 1]")))
                .isFalse();
    }
}
