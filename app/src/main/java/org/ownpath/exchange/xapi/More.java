package org.ownpath.exchange.xapi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the next page of an answer begins: the question and the place of the last statement, so that what is stored
 * meanwhile moves nothing.
 */
final class More {

    private More() {}

    /** What the question was, besides by which statements are found: how they are to be told. */
    record Way(String format, boolean attachments) {}

    record Next(Asked asked, Way way) {

        /** The same among what is about one visit's registration. */
        Next within(LearningVisit visit) {
            return new Next(asked.within(visit.registration()), way);
        }
    }

    static String written(Asked asked, Asked.Mark last, Way way) {
        ObjectNode said = StatementJson.object();
        Asked.Filter filter = asked.filter();
        filter.agent().ifPresent(who -> {
            said.put("g", who.key().value().toString());
            who.account().ifPresent(account -> said.put("p", account.toString()));
        });
        filter.verb().ifPresent(key -> said.put("v", key.value().toString()));
        filter.activity().ifPresent(key -> said.put("a", key.value().toString()));
        filter.registration().ifPresent(id -> said.put("r", id.toString()));
        said.put("rg", filter.relatedAgents()).put("ra", filter.relatedActivities());
        asked.range().since().ifPresent(since -> said.put("s", since.toString()));
        asked.range().until().ifPresent(until -> said.put("u", until.toString()));
        said.put("asc", asked.ascending()).put("n", asked.limit());
        said.put("at", last.storedAt().toString()).put("seq", last.seq());
        said.put("f", way.format()).put("t", way.attachments());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Next read(String written, Optional<UUID> sentBy) {
        try {
            JsonNode said = StatementJson.read(Base64.getUrlDecoder().decode(written));
            Asked.Filter filter = new Asked.Filter(
                    uuid(said, "g").map(key -> new Asked.Who(new Key(key), uuid(said, "p"))),
                    uuid(said, "v").map(Key::new),
                    uuid(said, "a").map(Key::new),
                    uuid(said, "r"),
                    said.path("rg").asBoolean(),
                    said.path("ra").asBoolean());
            Asked.Mark mark = new Asked.Mark(
                    Instant.parse(said.path("at").asString()), said.path("seq").asLong());
            Asked asked = new Asked(
                    filter,
                    new Asked.Range(instant(said, "s"), instant(said, "u")),
                    said.path("asc").asBoolean(),
                    Math.max(1, Math.min(Asked.MOST, said.path("n").asInt())),
                    sentBy,
                    Optional.of(mark));
            return new Next(
                    asked,
                    new Way(said.path("f").asString("exact"), said.path("t").asBoolean()));
        } catch (RuntimeException noneOfOurs) {
            throw XapiRefused.because("This is no address of a next page. Follow 'more' as it was given.");
        }
    }

    private static Optional<UUID> uuid(JsonNode said, String name) {
        return Optional.ofNullable(said.get(name)).map(node -> UUID.fromString(node.asString()));
    }

    private static Optional<Instant> instant(JsonNode said, String name) {
        return Optional.ofNullable(said.get(name)).map(node -> Instant.parse(node.asString()));
    }
}
