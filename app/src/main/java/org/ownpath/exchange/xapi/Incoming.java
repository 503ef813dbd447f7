package org.ownpath.exchange.xapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.shared.TimeOrdered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes statements ready to be kept out of what was sent: checks them, and adds what the standard has a store add. */
final class Incoming {

    private final XapiVersion version;
    private final ObjectNode authority;
    private final Instant now;

    Incoming(XapiVersion version, ObjectNode authority, Instant now) {
        this.version = version;
        this.authority = authority;
        this.now = now;
    }

    /** One statement or an array of them, each checked before any is ready. */
    List<NewStatement> all(JsonNode sent) {
        List<Part> parts = sent.isArray() ? Part.of("statements", sent).items() : List.of(Part.of("statement", sent));
        StatementCheck check = new StatementCheck(version);
        parts.forEach(check::statement);
        List<NewStatement> ready = new ArrayList<>(parts.size());
        Set<UUID> ids = new HashSet<>();
        for (Part part : parts) {
            NewStatement statement = ready((ObjectNode) part.node());
            if (!ids.add(statement.id())) {
                throw part.wrong("the id " + statement.id() + " stands twice in the batch.");
            }
            ready.add(statement);
        }
        return ready;
    }

    /** The one statement that is to have this id. */
    NewStatement under(UUID id, JsonNode sent) {
        Part part = Part.of("statement", sent).object();
        part.with("id", said -> {
            if (!UUID.fromString(said.uuid()).equals(id)) {
                throw said.wrong("it is another than the statementId of the address.");
            }
        });
        ((ObjectNode) sent).put("id", id.toString());
        return all(sent).get(0);
    }

    private NewStatement ready(ObjectNode body) {
        UUID id = Optional.ofNullable(body.get("id"))
                .map(said -> UUID.fromString(said.asString()))
                .orElseGet(TimeOrdered::next);
        body.put("id", id.toString().toLowerCase(Locale.ROOT));
        boolean dated = body.has("timestamp");
        if (!dated) {
            body.put("timestamp", Moments.written(now));
        }
        if (!body.has("version")) {
            body.put("version", version == XapiVersion.ONE ? "1.0.0" : "2.0.0");
        }
        body.remove("stored");
        body.set("authority", authority);
        asArrays(body.path("context"));
        asArrays(body.path("object").path("context"));
        return new NewStatement(id, body, dated, Naming.of(body));
    }

    /** A single activity of a context is told as an array of one. */
    private static void asArrays(JsonNode context) {
        if (context.get("contextActivities") instanceof ObjectNode activities) {
            for (String relation : ContextCheck.RELATIONS) {
                JsonNode related = activities.get(relation);
                if (related != null && !related.isArray()) {
                    activities.putArray(relation).add(related);
                }
            }
        }
    }
}
