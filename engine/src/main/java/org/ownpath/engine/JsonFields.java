package org.ownpath.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object and where it is, so that every refusal can name the place and the remedy. */
record JsonFields(String path, JsonNode node) {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Accepts an object that has none but these fields. */
    static JsonFields of(String path, JsonNode node, List<String> known) {
        if (!node.isObject()) {
            throw new RuleFormatException(path, said(node) + " is not an object.", "Write { ... } with " + known + ".");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new RuleFormatException(
                        at(path, name), "This field is unknown.", "Remove it, or use one of " + known + ".");
            }
        }
        return new JsonFields(path, node);
    }

    JsonFields object(String name, List<String> known) {
        JsonNode field = required(name);
        return of(at(path, name), field, known);
    }

    boolean has(String name) {
        return node.get(name) != null;
    }

    double number(String name, Limit limit) {
        return asNumber(name, required(name), limit);
    }

    Optional<Double> optionalNumber(String name, Limit limit) {
        return Optional.ofNullable(node.get(name)).map(field -> asNumber(name, field, limit));
    }

    int integer(String name, Limit limit) {
        return asInteger(name, required(name), limit);
    }

    Optional<Integer> optionalInteger(String name, Limit limit) {
        return Optional.ofNullable(node.get(name)).map(field -> asInteger(name, field, limit));
    }

    /** A list of numbers, which has to be there. */
    List<Double> numbers(String name, Limit limit) {
        JsonNode list = list(name, required(name), "numbers");
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            numbers.add(asNumber(name + "[" + i + "]", list.get(i), limit));
        }
        return numbers;
    }

    /** A set of ids; empty if the field is left out. */
    Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        JsonNode list = node.get(name);
        if (list != null) {
            for (int i = 0; i < list(name, list, "ids").size(); i++) {
                String element = name + "[" + i + "]";
                if (!ids.add(asId(element, list.get(i)))) {
                    throw refuse(element, said(list.get(i)) + " is there twice.", "Name each only once.");
                }
            }
        }
        return ids;
    }

    /** A name for a child: not empty and not longer than 200 characters. */
    String name(String name) {
        return asName(name, required(name));
    }

    /** A set of names; empty if the field is left out. */
    Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode list = node.get(name);
        if (list != null) {
            for (int i = 0; i < list(name, list, "names").size(); i++) {
                String element = name + "[" + i + "]";
                if (!names.add(asName(element, list.get(i)))) {
                    throw refuse(element, said(list.get(i)) + " is there twice.", "Name each only once.");
                }
            }
        }
        return names;
    }

    Map<String, Double> numbersByName(String name, Limit limit) {
        JsonNode object = required(name);
        if (!object.isObject()) {
            throw refuse(name, said(object) + " is not an object.", "Write { \"name\": number, ... }.");
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.forEachEntry((key, value) -> numbers.put(key, asNumber(name + "." + key, value, limit)));
        return numbers;
    }

    Map<String, Integer> integersByName(String name, Limit limit) {
        Map<String, Integer> integers = new LinkedHashMap<>();
        numbersByName(name, limit)
                .forEach((key, value) -> integers.put(
                        key, asInteger(name + "." + key, required(name).get(key), limit)));
        return integers;
    }

    /** A list of objects that have none but these fields. */
    List<JsonFields> objects(String name, List<String> known) {
        JsonNode list = list(name, required(name), "objects");
        List<JsonFields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            objects.add(of(at(path, name + "[" + i + "]"), list.get(i), known));
        }
        return objects;
    }

    boolean truth(String name, boolean otherwise) {
        JsonNode field = node.get(name);
        if (field == null) {
            return otherwise;
        }
        if (!field.isBoolean()) {
            throw refuse(name, said(field) + " is neither true nor false.", "Write true or false without quotes.");
        }
        return field.booleanValue();
    }

    String text(String name, Set<String> allowed) {
        return asText(name, required(name), allowed);
    }

    <E extends Enum<E> & Coded> Optional<E> word(String name, Class<E> type) {
        return Optional.ofNullable(node.get(name)).map(field -> asWord(name, field, type));
    }

    <E extends Enum<E> & Coded> Set<E> words(String name, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        JsonNode field = node.get(name);
        if (field == null) {
            return words;
        }
        list(name, field, "some of " + codes(type));
        for (int i = 0; i < field.size(); i++) {
            String element = name + "[" + i + "]";
            if (!words.add(asWord(element, field.get(i), type))) {
                throw refuse(element, said(field.get(i)) + " is there twice.", "Name each only once.");
            }
        }
        return words;
    }

    private JsonNode list(String name, JsonNode field, String of) {
        if (!field.isArray()) {
            throw refuse(name, said(field) + " is not a list.", "Write [ ... ] with " + of + ".");
        }
        return field;
    }

    private String asName(String name, JsonNode field) {
        if (!field.isString()
                || field.stringValue().isBlank()
                || field.stringValue().length() > 200) {
            throw refuse(name, said(field) + " is not a name.", "Write 1 to 200 characters in quotes.");
        }
        return field.stringValue();
    }

    private UUID asId(String name, JsonNode field) {
        String text = field.isString() ? field.stringValue() : "";
        if (!ID.matcher(text).matches()) {
            throw refuse(name, said(field) + " is not an id.", "Write one as 00000000-0000-7000-8000-00000000000a.");
        }
        return UUID.fromString(text);
    }

    private double asNumber(String name, JsonNode field, Limit limit) {
        if (!field.isNumber()) {
            throw refuse(name, said(field) + " is not a number.", numberRemedy(limit));
        }
        double value = field.doubleValue();
        if (!limit.holds(value)) {
            throw refuse(name, said(field) + " is out of range.", numberRemedy(limit));
        }
        return value;
    }

    private static String numberRemedy(Limit limit) {
        return "Write a number " + limit.words() + " without quotes.";
    }

    private int asInteger(String name, JsonNode field, Limit limit) {
        double value = asNumber(name, field, limit);
        if (value != Math.rint(value)) {
            throw refuse(name, said(field) + " is not a whole number.", numberRemedy(limit));
        }
        return (int) value;
    }

    private <E extends Enum<E> & Coded> E asWord(String name, JsonNode field, Class<E> type) {
        return Coded.find(type, asText(name, field, codes(type))).orElseThrow();
    }

    private String asText(String name, JsonNode field, Set<String> allowed) {
        if (!field.isString() || !allowed.contains(field.stringValue())) {
            throw refuse(name, said(field) + " is not known here.", "Use one of " + allowed + ".");
        }
        return field.stringValue();
    }

    static <E extends Enum<E> & Coded> Set<String> codes(Class<E> type) {
        return EnumSet.allOf(type).stream().map(Coded::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private JsonNode required(String name) {
        @Nullable JsonNode field = node.get(name);
        if (field == null) {
            throw refuse(name, "This field is missing.", "Add it.");
        }
        return field;
    }

    private RuleFormatException refuse(String name, String problem, String remedy) {
        return new RuleFormatException(at(path, name), problem, remedy);
    }

    private static String at(String path, String name) {
        return path.equals("rule") ? name : path + "." + name;
    }

    private static String said(JsonNode node) {
        return node.isString() ? "'" + node.stringValue() + "'" : node.toString();
    }
}
