package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Any number of lines, each of which says one thing.
 *
 * @param example a line as it should be, for whoever writes one
 * @param line reads a line; empty when it is none
 * @param text writes a line
 * @param words says it to a reader
 */
public record Lines<T>(
        String example, Function<String, Optional<T>> line, Function<T, String> text, Function<T, String> words)
        implements Values<List<T>> {

    private static final int MOST = 60;

    @Override
    public JsonNode write(List<T> value) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        value.forEach(each -> lines.add(text.apply(each)));
        return lines;
    }

    @Override
    public Optional<String> refusal(JsonNode json) {
        if (!json.isArray() || json.size() > MOST) {
            return Optional.of("These are not up to " + MOST + " lines. Write lines like '" + example + "'.");
        }
        return json.valueStream()
                .filter(each -> line.apply(each.asString("")).isEmpty())
                .findFirst()
                .map(each -> "'" + each.asString("") + "' cannot be read. Write it like '" + example + "'.");
    }

    @Override
    public List<T> read(JsonNode json) {
        return json.valueStream()
                .flatMap(each -> line.apply(each.asString("")).stream())
                .toList();
    }

    @Override
    public JsonNode typed(List<String> fields) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        fields.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    @Override
    public List<String> fields(List<T> value) {
        return value.stream().map(text).toList();
    }

    @Override
    public String words(List<T> value) {
        return value.isEmpty() ? "None" : value.stream().map(words).collect(Collectors.joining("; "));
    }
}
