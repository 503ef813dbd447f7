package org.ownpath.exchange.xapi;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells statements in one of the formats of the standard: as they were sent, by their identifiers alone, or canonical. */
@Component
class StatementFormats {

    static final Set<String> FORMATS = Set.of("exact", "ids", "canonical");

    private final KnownActivities activities;

    StatementFormats(KnownActivities activities) {
        this.activities = activities;
    }

    /** Each as JSON. */
    List<String> told(List<Kept> statements, String format, List<Locale.LanguageRange> languages) {
        List<String> exact = statements.stream().map(Kept::exact).toList();
        return switch (format) {
            case "ids" ->
                exact.stream().map(text -> identifiers(object(text)).toString()).toList();
            case "canonical" ->
                canonical(exact.stream().map(StatementFormats::object).toList(), languages);
            default -> exact;
        };
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) StatementJson.read(text);
    }

    private List<String> canonical(List<ObjectNode> statements, List<Locale.LanguageRange> languages) {
        Set<String> iris = new HashSet<>();
        statements.forEach(statement ->
                eachActivity(statement, activity -> iris.add(activity.path("id").asString())));
        Map<String, ObjectNode> known = activities.definitions(iris);
        statements.forEach(statement -> {
            eachActivity(statement, activity -> {
                ObjectNode definition = known.get(activity.path("id").asString());
                if (definition != null) {
                    activity.set("definition", definition.deepCopy());
                }
            });
            inOneLanguage(statement, languages);
        });
        return statements.stream().map(ObjectNode::toString).toList();
    }

    /** Whatever is told in several languages is told in the one that suits best. */
    private static void inOneLanguage(JsonNode node, List<Locale.LanguageRange> languages) {
        for (String words : List.of("display", "name", "description")) {
            if (node.get(words) instanceof ObjectNode map && map.size() > 1) {
                Map<String, JsonNode> byTag = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                map.properties().forEach(each -> byTag.put(each.getKey(), each.getValue()));
                String best = Locale.lookupTag(languages, byTag.keySet());
                String tag = best == null ? map.propertyNames().iterator().next() : best;
                JsonNode told = byTag.get(tag);
                map.removeAll();
                map.set(tag, told);
            }
        }
        node.properties().forEach(each -> {
            if (!each.getKey().equals("extensions")) {
                inOneLanguage(each.getValue(), languages);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> inOneLanguage(each, languages));
        }
    }

    private static void eachActivity(JsonNode within, java.util.function.Consumer<ObjectNode> what) {
        JsonNode object = within.path("object");
        if (object instanceof ObjectNode activity
                && object.path("objectType").asString("Activity").equals("Activity")) {
            what.accept(activity);
        }
        JsonNode related = within.path("context").path("contextActivities");
        ContextCheck.RELATIONS.forEach(
                relation -> related.path(relation).forEach(each -> what.accept((ObjectNode) each)));
        if (object.has("actor")) {
            eachActivity(object, what);
        }
    }

    /** Only what is needed to say who and what is meant. */
    private static ObjectNode identifiers(ObjectNode told) {
        agentAlone(told, "actor");
        agentAlone(told, "authority");
        if (told.get("verb") instanceof ObjectNode verb) {
            verb.retain("id");
        }
        String type = told.path("object").path("objectType").asString("Activity");
        if (type.equals("Agent") || type.equals("Group")) {
            agentAlone(told, "object");
        }
        eachActivity(told, activity -> activity.retain("id", "objectType"));
        if (told.get("context") instanceof ObjectNode context) {
            agentAlone(context, "instructor");
            agentAlone(context, "team");
            context.path("contextAgents").forEach(each -> agentAlone((ObjectNode) each, "agent"));
            context.path("contextGroups").forEach(each -> agentAlone((ObjectNode) each, "group"));
        }
        if (told.path("object").has("actor")) {
            identifiers((ObjectNode) told.path("object"));
        }
        return told;
    }

    private static void agentAlone(ObjectNode holder, String name) {
        JsonNode agent = holder.get(name);
        if (agent == null) {
            return;
        }
        boolean group = !Naming.ofOne(agent);
        if (Identifier.of(agent).isPresent()) {
            holder.set(name, Identifier.of(agent).get().alone(group));
            return;
        }
        ObjectNode anonymous = StatementJson.object();
        anonymous.put("objectType", "Group");
        ArrayNode members = anonymous.putArray("member");
        agent.path("member").forEach(member -> Identifier.of(member).ifPresent(id -> members.add(id.alone(false))));
        holder.set(name, anonymous);
    }
}
