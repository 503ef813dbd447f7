package org.ownpath.exchange.xapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the standard demands of an activity and of what is said about it. */
final class ActivityCheck {

    /** The lists that each kind of interaction may have. */
    private static final Map<String, Set<String>> LISTS = Map.of(
            "true-false", Set.of(),
            "choice", Set.of("choices"),
            "fill-in", Set.of(),
            "long-fill-in", Set.of(),
            "matching", Set.of("source", "target"),
            "performance", Set.of("steps"),
            "sequencing", Set.of("choices"),
            "likert", Set.of("scale"),
            "numeric", Set.of(),
            "other", Set.of());

    private static final Set<String> COMPONENTS = Set.of("choices", "scale", "source", "target", "steps");
    private static final Set<String> DEFINITION = Set.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps");

    private ActivityCheck() {}

    static void activity(Part part) {
        part.only(Set.of("objectType", "id", "definition"))
                .with("objectType", type -> type.oneOf(Set.of("Activity")))
                .with("definition", ActivityCheck::definition)
                .child("id")
                .iri();
    }

    static void definition(Part part) {
        part.only(DEFINITION)
                .with("name", Part::languageMap)
                .with("description", Part::languageMap)
                .with("type", Part::iri)
                .with("moreInfo", Part::iri)
                .with("extensions", Part::extensions)
                .with("interactionType", type -> type.oneOf(LISTS.keySet()))
                .with("correctResponsesPattern", pattern -> pattern.items().forEach(Part::text));
        Set<String> lists = part.maybe("interactionType")
                .map(type -> LISTS.getOrDefault(type.text(), Set.of()))
                .orElse(Set.of());
        for (String component : COMPONENTS) {
            if (part.has(component) && !lists.contains(component)) {
                throw part.wrong("'" + component + "' does not belong to this interactionType.");
            }
            part.with(component, ActivityCheck::components);
        }
        if (part.has("correctResponsesPattern") && !part.has("interactionType")) {
            throw part.wrong("'correctResponsesPattern' needs an interactionType.");
        }
    }

    private static void components(Part list) {
        Set<String> ids = new HashSet<>();
        for (Part item : list.items()) {
            item.only(Set.of("id", "description")).with("description", Part::languageMap);
            if (!ids.add(item.child("id").text())) {
                throw item.wrong("the same id stands twice in the list.");
            }
        }
    }
}
