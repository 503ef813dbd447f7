package org.ownpath.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a setting may be set to: how a value is kept as JSON, typed into a form and said in words.
 *
 * @param <V> what the product works with
 */
public sealed interface Values<V> {

    /** The value as it is kept and exported. */
    JsonNode write(V value);

    /** Why this is none of the values, with the remedy; empty when it is one. */
    Optional<String> refusal(JsonNode json);

    /** The value that is not refused. */
    V read(JsonNode json);

    /** What a form sent, to be checked by {@link #refusal}. */
    JsonNode typed(List<String> fields);

    /** A value as {@link #typed} takes it. */
    List<String> fields(V value);

    /** As a person reads it. */
    String words(V value);

    /** What there is to choose from; empty where something is written. */
    default List<? extends Option<?>> options() {
        return List.of();
    }

    /** Yes or no. */
    record YesNo() implements Values<Boolean> {

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

    /** A whole number of some unit, from least to most, both included. */
    record Whole(int least, int most, String unit) implements Values<Integer> {

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
                    : Optional.of(
                            json + " is not a whole number from " + least + " to " + most + ". Give one of these.");
        }

        @Override
        public Integer read(JsonNode json) {
            return json.intValue();
        }

        @Override
        public JsonNode typed(List<String> fields) {
            String text = fields.isEmpty() ? "" : fields.get(0).strip();
            return text.matches("-?\\d{1,9}")
                    ? write(Integer.valueOf(text))
                    : JsonNodeFactory.instance.stringNode(text);
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

    /** One of some named options. */
    record OneOf<V>(List<Option<V>> options) implements Values<V> {

        /** Keeps its own copy of the options. */
        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public JsonNode write(V value) {
            return JsonNodeFactory.instance.stringNode(option(options, value).code());
        }

        @Override
        public Optional<String> refusal(JsonNode json) {
            return isCodeOf(options, json) ? Optional.empty() : Optional.of(notOneOf(options, json));
        }

        @Override
        public V read(JsonNode json) {
            return optionOf(options, json.stringValue()).orElseThrow().value();
        }

        @Override
        public JsonNode typed(List<String> fields) {
            return JsonNodeFactory.instance.stringNode(fields.isEmpty() ? "" : fields.get(0));
        }

        @Override
        public List<String> fields(V value) {
            return List.of(option(options, value).code());
        }

        @Override
        public String words(V value) {
            return option(options, value).title();
        }
    }

    /** At least one of some named options. */
    record SomeOf<V>(List<Option<V>> options) implements Values<Set<V>> {

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
                return Optional.of("Nothing is chosen. Choose at least one of " + codes(options) + ".");
            }
            return json.valueStream()
                    .filter(each -> !isCodeOf(options, each))
                    .findFirst()
                    .map(each -> notOneOf(options, each));
        }

        @Override
        public Set<V> read(JsonNode json) {
            Set<V> values = new LinkedHashSet<>();
            json.forEach(each -> values.add(
                    optionOf(options, each.stringValue()).orElseThrow().value()));
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
    }

    /**
     * Any number of lines, each of which says one thing.
     *
     * @param example a line as it should be, for whoever writes one
     * @param line reads a line; empty when it is none
     * @param text writes a line
     * @param words says it to a reader
     */
    record Lines<T>(
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

    private static <V> Option<V> option(List<Option<V>> options, V value) {
        return options.stream().filter(o -> o.value().equals(value)).findFirst().orElseThrow();
    }

    private static <V> Optional<Option<V>> optionOf(List<Option<V>> options, String code) {
        return options.stream().filter(o -> o.code().equals(code)).findFirst();
    }

    private static <V> boolean isCodeOf(List<Option<V>> options, JsonNode json) {
        return json.isString() && optionOf(options, json.stringValue()).isPresent();
    }

    private static <V> String notOneOf(List<Option<V>> options, JsonNode json) {
        return json + " is none of the answers. Give one of " + codes(options) + ".";
    }

    private static <V> String codes(List<Option<V>> options) {
        return options.stream().map(Option::code).collect(Collectors.joining(", "));
    }
}
