package org.ownpath.exchange.xapi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A statement that holds to the standard and is about to be kept.
 *
 * @param body as it is kept: with its id, its moment and who vouches for it, without when it was stored
 * @param dated whether the sender said when it happened
 */
record NewStatement(UUID id, ObjectNode body, boolean dated, Named named) {

    /**
     * What it can be asked for by.
     *
     * @param learner who acts, if something identifies them
     * @param voids the statement that it takes back
     */
    record Named(
            Key actor,
            Key verb,
            Optional<Key> activity,
            Optional<UUID> registration,
            Optional<UUID> refersTo,
            Optional<UUID> voids,
            Optional<Identifier> learner,
            List<Mention> others) {

        /** Keeps its own copy. */
        Named {
            others = List.copyOf(others);
        }
    }

    /** Whether what is kept under the same id says the same, apart from what the store itself adds. */
    boolean sameAs(JsonNode kept) {
        return StatementJson.same(told(body), told(kept));
    }

    private ObjectNode told(JsonNode statement) {
        ObjectNode told = StatementJson.object();
        statement.properties().forEach(property -> told.set(property.getKey(), property.getValue()));
        told.remove(List.of("id", "authority", "stored", "version"));
        if (!dated) {
            told.remove("timestamp");
        }
        return told;
    }
}
