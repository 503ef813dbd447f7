package org.ownpath.exchange.xapi;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** By which an agent or a group is known; two with the same are the same. */
record Identifier(String kind, JsonNode value) {

    static final List<String> KINDS = List.of("mbox", "mbox_sha1sum", "openid", "account");

    /** The identifier of an agent or a group that was checked; empty where nothing identifies a group. */
    static Optional<Identifier> of(JsonNode actor) {
        for (String kind : KINDS) {
            JsonNode value = actor.get(kind);
            if (value != null) {
                return Optional.of(new Identifier(kind, value));
            }
        }
        return Optional.empty();
    }

    Key key() {
        return Key.of(
                kind.equals("account")
                        ? "account " + value.path("homePage").asString("") + " "
                                + value.path("name").asString("")
                        : kind + " " + value.asString(""));
    }

    /** The name under which a roster may know whom it is: the address of e-mail, or the name of the account. */
    Optional<String> rosterName() {
        return switch (kind) {
            case "mbox" -> Optional.of(value.asString("").substring("mailto:".length()));
            case "account" -> Optional.of(value.path("name").asString(""));
            default -> Optional.empty();
        };
    }

    /** The agent and nothing but its identifier. */
    ObjectNode alone(boolean group) {
        ObjectNode agent = StatementJson.object();
        agent.put("objectType", group ? "Group" : "Agent");
        agent.set(kind, value);
        return agent;
    }
}
