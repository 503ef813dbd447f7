package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Yes or no. */
public record YesNo() implements Values<Boolean> {

    @Override
    public JsonNode write(Boolean value) {
        return JsonNodeFactory.instance.booleanNode(value);
    }

    @Override
    public Optional<String> refusal(JsonNode json) {
        return json.isBoolean()
                ? Optional.empty()
                : Optional.of(json + " is neither true nor false. Choose one of them.");
    }

    @Override
    public Boolean read(JsonNode json) {
        return json.booleanValue();
    }

    @Override
    public JsonNode typed(List<String> fields) {
        return fields.size() == 1 && fields.get(0).matches("true|false")
                ? write(Boolean.valueOf(fields.get(0)))
                : JsonNodeFactory.instance.stringNode(String.join(", ", fields));
    }

    @Override
    public List<String> fields(Boolean value) {
        return List.of(value.toString());
    }

    @Override
    public String words(Boolean value) {
        return value ? "Yes" : "No";
    }

    @Override
    public List<Option<Boolean>> options() {
        return List.of(new Option<>(true, "true", "Yes", ""), new Option<>(false, "false", "No", ""));
    }
}
