package org.ownpath.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as the published schemas use; an unknown keyword is an error, so that none goes unchecked. */
record JsonSchema(JsonNode root, List<String> found) {

    private static final Set<String> SAID =
            Set.of("description", "default", "$schema", "$id", "title", "$defs", "format");

    static List<String> problems(JsonNode schema, JsonNode value) {
        List<String> found = new ArrayList<>();
        new JsonSchema(schema, found).check(schema, value, "");
        return found;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        schema.forEachEntry((keyword, given) -> {
            if (!SAID.contains(keyword) && !holds(keyword, given, schema, value, at)) {
                found.add(at + ": " + value + " is against " + keyword + " " + given);
            }
        });
    }

    private boolean holds(String keyword, JsonNode given, JsonNode schema, JsonNode value, String at) {
        return switch (keyword) {
            case "$ref" -> done(() -> check(resolve(given.stringValue()), value, at));
            case "type" -> hasType(given.stringValue(), value);
            case "enum" -> contains(given, value);
            case "minimum" -> value.doubleValue() >= given.doubleValue();
            case "maximum" -> value.doubleValue() <= given.doubleValue();
            case "minItems", "minProperties" -> value.size() >= given.intValue();
            case "maxItems" -> value.size() <= given.intValue();
            case "minLength" -> value.stringValue().length() >= given.intValue();
            case "maxLength" -> value.stringValue().length() <= given.intValue();
            case "pattern" ->
                Pattern.compile(given.stringValue())
                        .matcher(value.stringValue())
                        .find();
            case "uniqueItems" -> distinct(value);
            case "items" -> done(() -> value.forEach(element -> check(given, element, at + "[]")));
            case "required" -> all(given, name -> value.has(name.stringValue()));
            case "additionalProperties" -> fieldsAllowed(given, schema.get("properties"), value, at);
            case "properties" ->
                done(() -> given.forEachEntry((name, field) -> {
                    if (value.has(name)) {
                        check(field, value.get(name), at + "." + name);
                    }
                }));
            case "oneOf" -> matching(given, value) == 1;
            default ->
                throw new IllegalStateException("The keyword " + keyword + " is not checked. Teach it to JsonSchema.");
        };
    }

    /** Keywords that look inside find their problems there. */
    private static boolean done(Runnable inside) {
        inside.run();
        return true;
    }

    private boolean fieldsAllowed(JsonNode given, JsonNode properties, JsonNode value, String at) {
        boolean allowed = true;
        for (String name : value.propertyNames()) {
            if (properties == null || !properties.has(name)) {
                allowed &= given.isObject();
                if (given.isObject()) {
                    check(given, value.get(name), at + "." + name);
                }
            }
        }
        return allowed;
    }

    private long matching(JsonNode variants, JsonNode value) {
        long matching = 0;
        for (JsonNode variant : variants) {
            List<String> own = new ArrayList<>();
            new JsonSchema(root, own).check(variant, value, "");
            matching += own.isEmpty() ? 1 : 0;
        }
        return matching;
    }

    private JsonNode resolve(String reference) {
        return reference.equals("#") ? root : root.at(reference.substring(1));
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
            default -> throw new IllegalStateException(type);
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return !all(list, element -> !element.equals(value));
    }

    private static boolean distinct(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        return all(list, seen::add);
    }

    private static boolean all(JsonNode list, java.util.function.Predicate<JsonNode> test) {
        boolean all = true;
        for (JsonNode element : list) {
            all &= test.test(element);
        }
        return all;
    }
}
