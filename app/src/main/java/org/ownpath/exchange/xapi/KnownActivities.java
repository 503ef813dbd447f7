package org.ownpath.exchange.xapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was said about activities: for each, all that anybody said, the newest where two say otherwise. */
@Component
class KnownActivities {

    private static final int MOST_REMEMBERED = 50_000;

    private final JdbcClient database;

    /** What was said last, so that a program that says the same with each statement writes it once. */
    private final Cache<Named, Integer> said =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    KnownActivities(JdbcClient database) {
        this.database = database;
    }

    private record Named(DistrictId district, String iri) {}

    /** Learns what these statements say about activities; in the transaction that keeps them. */
    Map<String, ObjectNode> learn(Viewer by, List<NewStatement> statements) {
        Map<String, ObjectNode> told = new TreeMap<>();
        statements.forEach(statement -> collect(statement.body(), told));
        told.entrySet()
                .removeIf(each -> Integer.valueOf(each.getValue().hashCode())
                        .equals(said.getIfPresent(new Named(by.district(), each.getKey()))));
        if (!told.isEmpty()) {
            Map<String, ObjectNode> before = definitions(told.keySet());
            // in the order of their names, so that two who learn at once do not wait for each other
            told.forEach((iri, definition) -> write(by, iri, merged(before.get(iri), definition)));
        }
        return told;
    }

    /** Remembers that this was written; after the transaction. */
    void learned(Viewer by, Map<String, ObjectNode> told) {
        told.forEach((iri, definition) -> said.put(new Named(by.district(), iri), definition.hashCode()));
    }

    /** What is known about these activities. */
    Map<String, ObjectNode> definitions(Collection<String> iris) {
        return database
                .sql("select iri, definition::text from exchange.known_activity where district_id = ? and iri = any(?)")
                .params(DistrictScope.require().value(), iris.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), (ObjectNode) StatementJson.read(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void write(Viewer by, String iri, ObjectNode definition) {
        database.sql("""
                insert into exchange.known_activity (district_id, iri, definition) values (?, ?, ?::jsonb)
                on conflict (district_id, iri) do update set definition = excluded.definition""")
                .params(by.district().value(), iri, definition.toString())
                .update();
    }

    private static ObjectNode merged(@Nullable ObjectNode before, ObjectNode definition) {
        if (before == null) {
            return definition;
        }
        ObjectNode merged = before.deepCopy();
        definition.properties().forEach(property -> {
            boolean words = merged.get(property.getKey()) instanceof ObjectNode
                    && property.getValue() instanceof ObjectNode
                    && !property.getKey().equals("extensions");
            if (words) {
                ((ObjectNode) merged.path(property.getKey())).setAll((ObjectNode) property.getValue());
            } else {
                merged.set(property.getKey(), property.getValue());
            }
        });
        return merged;
    }

    private static void collect(JsonNode within, Map<String, ObjectNode> told) {
        collectOne(within.path("object"), told);
        JsonNode related = within.path("context").path("contextActivities");
        ContextCheck.RELATIONS.forEach(relation -> related.path(relation).forEach(each -> collectOne(each, told)));
        if (within.path("object").has("actor")) {
            collect(within.path("object"), told);
        }
    }

    private static void collectOne(JsonNode activity, Map<String, ObjectNode> told) {
        if (activity.get("definition") instanceof ObjectNode definition && !definition.isEmpty()) {
            told.merge(activity.path("id").asString(), definition, KnownActivities::merged);
        }
    }
}
