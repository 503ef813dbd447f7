package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A whole number of some unit, from least to most, both included. */
public record WholeNumber(int least, int most, String unit) implements Values<Integer> {

    @Override
    public JsonNode write(Integer value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    @Override
    public Optional<String> refusal(JsonNode json) {
        boolean within = json.isIntegralNumber()
                && json.canConvertToInt()
                && json.intValue() >= least
                && json.intValue() <= most;
        return within
                ? Optional.empty()
                : Optional.of(json + " is not a whole number from " + least + " to " + most + ". Give one of these.");
    }

    @Override
    public Integer read(JsonNode json) {
        return json.intValue();
    }

    @Override
    public JsonNode typed(List<String> fields) {
        String text = fields.isEmpty() ? "" : fields.get(0).strip();
        return text.matches("-?\\d{1,9}") ? write(Integer.valueOf(text)) : JsonNodeFactory.instance.stringNode(text);
    }

    @Override
    public List<String> fields(Integer value) {
        return List.of(value.toString());
    }

    @Override
    public String words(Integer value) {
        return value + " " + unit;
    }
}
