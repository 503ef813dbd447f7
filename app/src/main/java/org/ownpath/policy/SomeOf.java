package org.ownpath.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** At least one of some named options. */
public record SomeOf<V>(List<Option<V>> options) implements Values<Set<V>> {

    /** Keeps its own copy of the options. */
    public SomeOf {
        options = List.copyOf(options);
    }

    /** All of them. */
    public Set<V> all() {
        return options.stream().map(Option::value).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public JsonNode write(Set<V> value) {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        options.stream().filter(o -> value.contains(o.value())).forEach(o -> codes.add(o.code()));
        return codes;
    }

    @Override
    public Optional<String> refusal(JsonNode json) {
        if (!json.isArray() || json.isEmpty()) {
            return Optional.of(
                    "Nothing is chosen. Choose at least one of " + offered().codes() + ".");
        }
        return json.valueStream()
                .filter(each -> !offered().has(each))
                .findFirst()
                .map(each -> offered().refusal(each));
    }

    @Override
    public Set<V> read(JsonNode json) {
        Set<V> values = new LinkedHashSet<>();
        json.forEach(each -> values.add(offered().coded(each.stringValue()).value()));
        return Set.copyOf(values);
    }

    @Override
    public JsonNode typed(List<String> fields) {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        fields.stream().filter(f -> !f.isEmpty()).forEach(codes::add);
        return codes;
    }

    @Override
    public List<String> fields(Set<V> value) {
        return options.stream()
                .filter(o -> value.contains(o.value()))
                .map(Option::code)
                .toList();
    }

    @Override
    public String words(Set<V> value) {
        return value.size() == options.size() ? "All: " + titles(value) : titles(value);
    }

    private String titles(Set<V> value) {
        return options.stream()
                .filter(o -> value.contains(o.value()))
                .map(Option::title)
                .collect(Collectors.joining(", "));
    }

    private Options<V> offered() {
        return new Options<>(options);
    }
}
