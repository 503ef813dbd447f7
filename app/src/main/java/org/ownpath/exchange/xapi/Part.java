package org.ownpath.exchange.xapi;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of what was sent, which knows where it stands, so that a refusal can name the place. */
record Part(@Nullable Part within, String name, JsonNode node) {

    private static final Pattern IRI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    static Part of(String name, JsonNode node) {
        return new Part(null, name, node);
    }

    /** Where it stands: {@code statement.result.score}. */
    String place() {
        return within == null ? name : within.place() + "." + name;
    }

    XapiRefused wrong(String what) {
        return XapiRefused.because(place() + ": " + what);
    }

    boolean has(String child) {
        return node.has(child);
    }

    Part child(String child) {
        JsonNode found = node.get(child);
        if (found == null) {
            throw wrong("'" + child + "' is missing.");
        }
        return new Part(this, child, found);
    }

    Optional<Part> maybe(String child) {
        JsonNode found = node.get(child);
        return found == null ? Optional.empty() : Optional.of(new Part(this, child, found));
    }

    /** Holds an optional child to what it has to be. */
    Part with(String child, Consumer<Part> check) {
        maybe(child).ifPresent(check);
        return this;
    }

    /** An object with no other names than these. */
    Part only(Set<String> names) {
        object();
        for (String each : node.propertyNames()) {
            if (!names.contains(each)) {
                throw wrong("'" + each + "' is not known here. Names are "
                        + String.join(", ", names.stream().sorted().toList()) + ", in exactly this case.");
            }
        }
        return this;
    }

    Part object() {
        return require(JsonNode::isObject, "an object");
    }

    List<Part> items() {
        require(JsonNode::isArray, "an array");
        List<Part> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new Part(this, Integer.toString(items.size()), item));
        }
        return items;
    }

    String text() {
        return require(JsonNode::isString, "a text").node.stringValue();
    }

    void bool() {
        require(JsonNode::isBoolean, "true or false");
    }

    double number() {
        return require(JsonNode::isNumber, "a number").node.doubleValue();
    }

    String iri() {
        return matching(IRI, "an IRI with its scheme, such as https://example.org/course");
    }

    String uuid() {
        return matching(UUID, "a UUID");
    }

    String matching(Pattern pattern, String what) {
        String text = text();
        if (!pattern.matcher(text).matches()) {
            throw wrong("'" + text + "' is not " + what + ".");
        }
        return text;
    }

    void oneOf(Set<String> values) {
        String text = text();
        if (!values.contains(text)) {
            throw wrong("'" + text + "' is none of "
                    + String.join(", ", values.stream().sorted().toList()) + ".");
        }
    }

    void language() {
        languageTag(text());
    }

    void languageMap() {
        object();
        for (var entry : node.properties()) {
            languageTag(entry.getKey());
            new Part(this, entry.getKey(), entry.getValue()).text();
        }
    }

    void extensions() {
        object();
        for (String key : node.propertyNames()) {
            if (!IRI.matcher(key).matches()) {
                throw wrong("the extension '" + key + "' is not named by an IRI.");
            }
        }
    }

    private void languageTag(String tag) {
        try {
            if (tag.isEmpty()
                    || new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .toLanguageTag()
                            .isEmpty()) {
                throw wrong("'" + tag + "' is no language tag, such as en-US.");
            }
        } catch (IllformedLocaleException e) {
            throw wrong("'" + tag + "' is no language tag, such as en-US.");
        }
    }

    private Part require(Predicate<JsonNode> kind, String what) {
        if (!kind.test(node)) {
            throw wrong("it has to be " + what + (node.isNull() ? " and may not be null." : "."));
        }
        return this;
    }
}
