package org.ownpath.exchange.xapi;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the standard demands of a context. */
final class ContextCheck {

    /** How other activities can belong to the one that a statement is about. */
    static final List<String> RELATIONS = List.of("parent", "grouping", "category", "other");

    private static final Set<String> OF_ONE = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final Set<String> OF_TWO = Stream.concat(
                    OF_ONE.stream(), Stream.of("contextAgents", "contextGroups"))
            .collect(Collectors.toUnmodifiableSet());

    private final XapiVersion version;

    ContextCheck(XapiVersion version) {
        this.version = version;
    }

    void context(Part part, Part object) {
        part.only(version == XapiVersion.ONE ? OF_ONE : OF_TWO)
                .with("registration", Part::uuid)
                .with("instructor", ActorCheck::actor)
                .with("team", ActorCheck::group)
                .with("contextActivities", ContextCheck::activities)
                .with("revision", Part::text)
                .with("platform", Part::text)
                .with("language", Part::language)
                .with("statement", StatementCheck::reference)
                .with("extensions", Part::extensions)
                .with("contextAgents", agents -> each(agents, "contextAgent", "agent", ActorCheck::agent))
                .with("contextGroups", groups -> each(groups, "contextGroup", "group", ActorCheck::group));
        if ((part.has("revision") || part.has("platform"))
                && !StatementCheck.objectType(object).equals("Activity")) {
            throw part.wrong("revision and platform need an activity as the object.");
        }
    }

    private static void activities(Part part) {
        part.only(Set.copyOf(RELATIONS));
        RELATIONS.forEach(relation -> part.with(relation, related -> {
            if (related.node().isArray()) {
                related.items().forEach(ActivityCheck::activity);
            } else {
                ActivityCheck.activity(related);
            }
        }));
    }

    private static void each(Part list, String type, String what, Consumer<Part> check) {
        for (Part item : list.items()) {
            item.only(Set.of("objectType", what, "relevantTypes"))
                    .child("objectType")
                    .oneOf(Set.of(type));
            check.accept(item.child(what));
            item.with("relevantTypes", types -> {
                if (types.items().isEmpty()) {
                    throw types.wrong("it names at least one type, or is left out.");
                }
                types.items().forEach(Part::iri);
            });
        }
    }
}
