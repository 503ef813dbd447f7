package org.ownpath.exchange.xapi;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of other programs, read with limits: a name stands once, nothing follows the end, and neither depth nor number of
 * parts nor size of a number can be made to cost more than the request is worth.
 */
final class StatementJson {

    /** The largest JSON, in bytes. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final int MOST_PARTS = 600_000;
    private static final int LARGEST_EXPONENT = 308;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_PARTS)
                            .maxDocumentLength(LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StatementJson() {}

    /** What these bytes say. */
    static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.isMissingNode()) {
                throw XapiRefused.because("The body is empty. Send JSON.");
            }
            requireKeepable(node);
            return node;
        } catch (JacksonException e) {
            throw XapiRefused.because("The body is not JSON that is taken here: " + e.getOriginalMessage());
        }
    }

    /** What this text says. */
    static JsonNode read(String text) {
        return read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** Whether both say the same, whatever the order of names and the way of writing numbers. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(StatementJson::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /** What the database cannot keep as it was sent is not taken. */
    private static void requireKeepable(JsonNode node) {
        if (node.isString()) {
            requireText(node.stringValue());
        } else if (node.isBigDecimal()) {
            requireSize(node.decimalValue());
        } else if (node.isObject()) {
            node.properties().forEach(property -> {
                requireText(property.getKey());
                requireKeepable(property.getValue());
            });
        } else {
            node.forEach(StatementJson::requireKeepable);
        }
    }

    private static void requireSize(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            throw XapiRefused.because("A number is larger or smaller than any that is taken here (1e308).");
        }
    }

    private static void requireText(String text) {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            boolean pair = Character.isHighSurrogate(here)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (here == 0 || (Character.isSurrogate(here) && !pair)) {
                throw XapiRefused.because("A text holds a character that is none (U+0000 or half of a pair).");
            }
            at += pair ? 1 : 0;
        }
    }
}
