package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One of some named options. */
public record OneOf<V>(List<Option<V>> options) implements Values<V> {

    /** Keeps its own copy of the options. */
    public OneOf {
        options = List.copyOf(options);
    }

    @Override
    public JsonNode write(V value) {
        return JsonNodeFactory.instance.stringNode(offered().of(value).code());
    }

    @Override
    public Optional<String> refusal(JsonNode json) {
        return offered().has(json) ? Optional.empty() : Optional.of(offered().refusal(json));
    }

    @Override
    public V read(JsonNode json) {
        return offered().coded(json.stringValue()).value();
    }

    @Override
    public JsonNode typed(List<String> fields) {
        return JsonNodeFactory.instance.stringNode(fields.isEmpty() ? "" : fields.get(0));
    }

    @Override
    public List<String> fields(V value) {
        return List.of(offered().of(value).code());
    }

    @Override
    public String words(V value) {
        return offered().of(value).title();
    }

    private Options<V> offered() {
        return new Options<>(options);
    }
}
