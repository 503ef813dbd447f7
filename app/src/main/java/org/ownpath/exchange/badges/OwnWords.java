package org.ownpath.exchange.badges;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a document keeps to the vocabularies known here. One that brings its own could call its name a nickname: what was
 * signed would then be something else than what is read.
 */
final class OwnWords {

    private static final String CONTEXT = "@context";

    /** Beyond this, a number is written differently by different programs. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private OwnWords() {}

    static Optional<String> problem(ObjectNode document) {
        List<String> contexts = Claim.texts(document.path(CONTEXT));
        if (contexts.isEmpty()
                || !List.of(Contexts.CREDENTIALS, Contexts.CREDENTIALS_1).contains(contexts.get(0))) {
            return Optional.of("It does not begin as a W3C Verifiable Credential.");
        }
        return within(document);
    }

    private static Optional<String> within(JsonNode node) {
        if (node.isNumber()
                && (node.asDouble() >= LARGEST.doubleValue() || node.asDouble() <= -LARGEST.doubleValue())) {
            return Optional.of("It has a number that programs write differently: " + node);
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(OwnWords::within)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return node.propertyStream()
                .map(OwnWords::problem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problem(Map.Entry<String, JsonNode> property) {
        if (property.getKey().equals(CONTEXT)) {
            JsonNode value = property.getValue();
            boolean told =
                    value.isString() || (value.isArray() && value.valueStream().allMatch(JsonNode::isString));
            return told && Contexts.known().containsAll(Claim.texts(value))
                    ? Optional.empty()
                    : Optional.of("It uses words of a vocabulary that is not known here.");
        }
        return property.getKey().startsWith("@")
                ? Optional.of("It redefines words: " + property.getKey())
                : within(property.getValue());
    }
}
